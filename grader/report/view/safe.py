"""Hostile text made harmless to read: nothing hidden, nothing that steers, nothing endless.

Escaping for HTML is the template's work. Here, control and invisible characters become
labelled marks such as `[U+202E RLO]`, and long text is cut with the cut said in words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from grader.report.view import bounds
from grader.report.view.extent import lines_of

# The common abbreviations of the Unicode standard (chapters 2 and 23) and of ASCII.
_ABBREVIATIONS = {
    0x00: "NUL", 0x07: "BEL", 0x08: "BS", 0x0A: "LF", 0x0B: "VT", 0x0C: "FF", 0x0D: "CR",
    0x1B: "ESC", 0x7F: "DEL", 0x85: "NEL", 0x9B: "CSI", 0xA0: "NBSP", 0xAD: "SHY",
    0x034F: "CGJ", 0x061C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ",
    0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE", 0x202B: "RLE",
    0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI",
    0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
}  # fmt: skip

# Blank although Python calls them printable: fillers, the empty braille cell, selectors.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)

# ECMA-48 control sequences, and strings such as window titles and links when they end on
# their line. What matches swallows no text that a terminal would have shown.
_TERMINAL = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|\x1b[]PX^_][^\x07\x1b\r\n]*+(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*+[0-Z\\^-~]"
)
_STRETCH = re.compile(r"[\t -~]+|[^\t -~]+")  # harmless ASCII, and all that needs a look
_STACKED = 4  # combining characters in a row that living scripts make do with


class Piece(NamedTuple):
    """A run of text that may be shown. A mark stands for `stands_for` hidden characters."""

    text: str
    is_mark: bool
    stands_for: int


def _hidden(char: str) -> bool:
    """Whether a reader could not see `char`, or it would move what they see."""
    return char != "\t" and (not char.isprintable() or _BLANK.match(char) is not None)


def _classes(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of a character and its class: empty for plain, else what its run is marked as."""
    stacked = 0
    for char in text:
        if _hidden(char):
            stacked = 0
            yield char, char
            continue
        stacked = stacked + 1 if unicodedata.category(char).startswith("M") else 0
        yield char, "stacked" if stacked > _STACKED else ""


def _mark(kind: str, count: int) -> str:
    """The label of a run of `count` characters of one kind."""
    if kind == "stacked":
        return f"[{count:,} stacked accents]"
    label = f"U+{ord(kind):04X} {_ABBREVIATIONS.get(ord(kind), '')}".rstrip()
    return f"[{label}]" if count == 1 else f"[{label} x {count:,}]"


def pieces(text: str) -> Iterator[Piece]:
    """`text` in order, each run of hidden characters replaced by a labelled mark."""
    for stretch in _STRETCH.findall(text):
        if stretch.isascii() and (stretch[0] == "\t" or stretch[0].isprintable()):
            yield Piece(stretch, is_mark=False, stands_for=len(stretch))
            continue
        for kind, run in groupby(_classes(stretch), key=lambda pair: pair[1]):
            chars = "".join(char for char, _ in run)
            shown = _mark(kind, len(chars)) if kind else chars
            yield Piece(shown, is_mark=bool(kind), stands_for=len(chars))


def cut_note(rest: int) -> str:
    """The words at the end of a line that had `rest` characters more."""
    return f" … [cut: {rest:,} more characters]"


def fitted(text: str, limit: int) -> tuple[list[Piece], int]:
    """The pieces of `text` that fit in `limit` characters, and how many did not fit."""
    fitting: list[Piece] = []
    room = limit
    rest = len(text)
    for piece in pieces(text[:limit]):
        if piece.is_mark and len(piece.text) > room:
            break
        if len(piece.text) > room:
            piece = Piece(piece.text[:room], is_mark=False, stands_for=room)
        fitting.append(piece)
        room -= len(piece.text)
        rest -= piece.stands_for
    return fitting, rest


def line(text: str, limit: int = bounds.NAME_CHARS) -> str:
    """`text` as one visible line of `limit` characters and the words of the cut, if any.

    The result holds no control, bidirectional or invisible character, no line end and no
    surrogate.
    """
    fitting, rest = fitted(text, limit)
    shown = "".join(piece.text for piece in fitting)
    return shown + cut_note(rest) if rest else shown


def block(
    text: str,
    *,
    chars: int = bounds.OUTPUT_CHARS,
    head: int = bounds.OUTPUT_HEAD,
    tail: int = bounds.OUTPUT_TAIL,
) -> str:
    """`text` as visible lines: the first `head` and the last `tail`, each up to `chars`.

    Terminal sequences (colours, cursor movement, titles) are dropped.
    """
    lines = lines_of(text)
    left_out = len(lines) - head - tail
    if left_out > 0:
        note = f"… [cut: {left_out:,} more lines] …"
        lines = [*lines[:head], note, *lines[head + left_out :]]
    return "\n".join(line(_TERMINAL.sub("", item), chars) for item in lines)


def message(text: str) -> str:
    """A message of a few visible lines, blank ones at its ends left off."""
    return block(text.strip(), chars=bounds.MESSAGE_CHARS, head=bounds.MESSAGE_LINES, tail=0)
