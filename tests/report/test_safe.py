"""Whatever the text: nothing hidden, nothing endless, nothing lost without a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.view import bounds
from grader.report.view.extent import lines_of
from grader.report.view.safe import block, cut_note, line, message, pieces

# Surrogates and control characters included, which is the point.
TEXT = st.text(st.characters(codec=None), max_size=400)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BLANK = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u2800\u3164\ufe0f\U000e0041"


@given(TEXT)
def test_a_line_hides_nothing(text: str) -> None:
    shown = line(text, 100)
    assert shown.replace("\t", " ").isprintable()
    assert not set(shown) & set(BIDI + BLANK)
    shown.encode("utf-8")


@given(TEXT, st.integers(min_value=40, max_value=200))
def test_a_line_is_bounded_and_says_what_it_cut(text: str, limit: int) -> None:
    shown = line(text, limit)
    cut = re.search(r" … \[cut: ([\d,]+) more characters\]$", shown)
    assert len(shown) <= limit + len(cut_note(len(text)))
    if not cut:
        assert sum(piece.stands_for for piece in pieces(text)) == len(text)
        return
    assert 0 < int(cut.group(1).replace(",", "")) <= len(text)


@given(TEXT)
def test_pieces_stand_for_the_whole_text(text: str) -> None:
    at = 0
    for piece in pieces(text):
        if not piece.is_mark:
            assert text[at : at + piece.stands_for] == piece.text
        at += piece.stands_for
    assert at == len(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=100))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert line(text) == text


@pytest.mark.parametrize("char", [*BIDI, *BLANK, *"\0\x07\x1b\x7f\x9b\u2028", "\ud800"])
def test_each_hidden_character_has_its_code_in_the_mark(char: str) -> None:
    assert line(f"a{char}b").startswith(f"a[U+{ord(char):04X}")


def test_letters_of_all_scripts_stay() -> None:
    words = "naïve Ελληνικά עברית العربية हिन्दी 日本語 한국어 🙂"
    assert line(words) == words


def test_runs_are_counted_and_stacked_accents_are_unstacked() -> None:
    assert line("\0" * 1000, 2000) == "[U+0000 NUL x 1,000]"
    assert line("e" + "\u0301" * 30) == "e" + "\u0301" * 4 + "[26 stacked accents]"


def test_a_newline_in_a_name_is_marked() -> None:
    assert line("a\nb\r") == "a[U+000A LF]b[U+000D CR]"


@pytest.mark.parametrize(
    "escape",
    ["\x1b[31m", "\x1b[2J", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x1bc", "\x9b1m",
     "\x1bPq\x1b\\"],
)  # fmt: skip
def test_terminal_sequences_leave_messages(escape: str) -> None:
    assert block(f"a{escape}b") == "ab"


def test_an_unfinished_terminal_string_swallows_nothing() -> None:
    assert block("\x1b]0;all of this\nand this") == "[U+001B ESC]]0;all of this\nand this"


@given(TEXT)
def test_a_block_hides_nothing(text: str) -> None:
    shown = block(text, chars=60, head=3, tail=2)
    assert all(item.replace("\t", " ").isprintable() for item in shown.split("\n"))
    assert len(shown.split("\n")) <= 6


def test_a_block_keeps_head_and_tail() -> None:
    text = "\n".join(str(number) for number in range(100))
    assert block(text, head=2, tail=2) == "0\n1\n… [cut: 96 more lines] …\n98\n99"


def test_a_huge_line_is_cut_in_words() -> None:
    shown = message("B" * 1_000_000)
    assert shown.endswith(f"[cut: {1_000_000 - bounds.MESSAGE_CHARS:,} more characters]")


def test_lines_are_those_of_python() -> None:
    assert lines_of("a\nb\r\nc\rd\x0ce\u2028f\n") == ["a", "b", "c", "d\x0ce\u2028f"]
    assert lines_of("") == []
