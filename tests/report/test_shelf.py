"""Colours laid over lines: whatever they are, every character is shown once, or marked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import HUES, Highlight, SourceFile
from grader.report.view import bounds
from grader.report.view.safe import pieces
from grader.report.view.shelf import Shelf, coloured, shelve
from tests.report.builders import at
from tests.report.builders import coloured as honest

# Letters, blanks, and what is marked: direction, control, stacked accents.
TEXT = st.text(
    st.sampled_from("ab =\t\0\f\u202e\u0335\u0301é𐐀\u05d0") | st.characters(), max_size=40
)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[tuple[str, int]]]:
    """A line, and hues that fit it in runs that may part anything."""
    text = draw(TEXT.map(lambda drawn: drawn.replace("\n", "").replace("\r", "")))
    cuts = sorted(draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=12)))
    ends = [*(cut for cut in cuts if cut < len(text)), *([len(text)] if text else [])]
    hue = st.sampled_from(HUES)
    return text, [(draw(hue), end - start) for start, end in zip([0, *ends], ends, strict=False)]


@given(lines())
def test_text_and_marks_are_those_of_the_line(line: tuple[str, list[tuple[str, int]]]) -> None:
    text, runs = line
    code = coloured(text, runs, 0)
    assert "".join(token.text for token in code) == "".join(item.text for item in pieces(text))
    marks = [item.text for item in pieces(text) if item.is_mark]
    assert [token.text for token in code if token.style == "m"] == marks


@given(lines())
def test_each_character_has_its_hue(line: tuple[str, list[tuple[str, int]]]) -> None:
    text, runs = line
    hues = [hue for hue, length in runs for _ in range(length)]
    indented = len(text) - len(text.lstrip(" \t"))
    expected = [("i", char) for char in text[:indented]]
    start = indented
    for piece in pieces(text[indented:]):
        end = start + piece.stands_for
        shown = zip(hues[start:end], text[start:end], strict=True)
        expected += [] if piece.is_mark else list(shown)
        start = end
    code = coloured(text, runs, 0)
    assert [
        ("" if token.style == "u" else token.style, char)
        for token in code
        if token.style != "m"
        for char in token.text
    ] == expected


def on(text: str, *runs: Sequence[tuple[str, int]]) -> Shelf:
    highlight = Highlight(path="a.py", lines=tuple(map(tuple, runs)))
    return shelve([SourceFile(path="a.py", content=text.encode())], [highlight])


def test_marks_do_not_shift_the_colours() -> None:
    shelf = on(
        '\tx = "\u202e\u202e"  # é\n', [("", 3), ("o", 1), ("", 1), ("s", 4), ("", 2), ("c", 3)]
    )
    (code,) = shelf.sheets["a.py"].lines
    assert code == (
        ("i", "\t"), ("", "x "), ("o", "="), ("", " "), ("s", '"'), ("m", "[U+202E RLO x 2]"),
        ("s", '"'), ("", "  "), ("c", "# "), ("c", "é"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "runs",
    [
        [[("k", 2)]],
        [[("k", 2)], [("k", 2)]],
        [[("k", 2)], [("k", 4)]],
        [[("k", 2)], [("k", 3)], []],
        [[("k", 3)], [("k", 2)]],
    ],
)
def test_colours_of_another_text_are_not_used(runs: list[list[tuple[str, int]]]) -> None:
    assert on("ab\ncde\n", *runs).sheets["a.py"].lines == ((("", "ab"),), (("", "cde"),))
    assert on("ab\ncde\n", [("k", 2)], [("k", 3)]).sheets["a.py"].lines[0] == (("k", "ab"),)


def test_a_line_that_a_tracer_saw_has_the_colours_of_its_line() -> None:
    shelf = on("if x:\n    y()\n", [("k", 2), ("", 3)], [("", 4), ("d", 1), ("", 2)])
    assert shelf.code(at("a.py", 2), "y()") == (("d", "y"), ("", "()"))
    assert shelf.code(at("a.py", 2), "  z()\n") == (("", "z()"),)
    assert shelf.code(at("b.py", 2), "y()") == (("", "y()"),)
    assert shelf.code(at("a.py", 3), "y()") == (("", "y()"),)
    assert shelf.code(at("a.py", 0), "if x:") == (("", "if x:"),)
    assert shelf.code(at("a.py", 2), "") == ()


def test_lines_are_coloured_as_far_as_they_are_listed() -> None:
    whole = "x = '" + "a" * bounds.CODE_CHARS
    file = SourceFile(path="a.py", content=f"{whole}\r\nif\rdef f\n".encode())
    lines = shelve([file], [honest(file, "python")]).sheets["a.py"].lines
    assert [[token.style for token in code] for code in lines] == [
        ["", "o", "", "s", "m"],
        ["k"],
        ["k", "", "d"],
    ]
    assert "".join(token.text for token in lines[0][:-1]) == whole[: bounds.CODE_CHARS]
