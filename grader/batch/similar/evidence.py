"""Passages to look at side by side: lines and text of what two submissions have in common."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from grader.batch.similar.alike import Run
from grader.batch.similar.shapes import Match, Passage
from grader.batch.similar.tokens import END, Tokens

MOST_MATCHES = 6
PASSAGE_LINES = 16
"""Lines of a passage on either side, so that the sides stay in step in a long copy, too."""
LINE_CHARS = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """The lines of a submission: of each token where it starts and ends, and the text by file."""

    tokens: Tokens
    first: array[int] = field(repr=False)
    last: array[int] = field(repr=False)
    texts: tuple[list[str], ...] = field(repr=False)


def listing_of(tokens: Tokens) -> Listing:
    """The lines of `tokens`. It costs as much as the files are long: make it once."""
    texts = tuple(file.text.split("\n") for file in tokens.files)
    first, last = array("L"), array("L")
    file = 0
    breaks = _breaks(texts[0]) if texts else []
    for at, kind in enumerate(tokens.kinds):
        first.append(bisect_right(breaks, tokens.starts[at]) + 1)
        # A token may end with the line break that closes it: that is still its line.
        last.append(bisect_right(breaks, max(tokens.starts[at], tokens.ends[at] - 1)) + 1)
        if kind == END:
            file += 1
            breaks = _breaks(texts[file]) if file < len(texts) else []
    return Listing(tokens=tokens, first=first, last=last, texts=texts)


def _breaks(lines: list[str]) -> list[int]:
    """The offset after each line break of a text."""
    return list(accumulate(len(line) + 1 for line in lines))


def matches_of(first: Listing, second: Listing, found: list[Run]) -> tuple[tuple[Match, ...], int]:
    """The longest runs as passages, in the order of `first`, and how many are left out."""
    longest = sorted(found, key=lambda run: (-run.own, run.first))
    pieces = [piece for run in longest for piece in _pieces(first, second, run)]
    shown = sorted(pieces[:MOST_MATCHES])
    matches = tuple(
        Match(
            first=_passage(first, at, length),
            second=_passage(second, there, length),
            tokens=length,
        )
        for at, there, length in shown
    )
    return matches, len(pieces) - len(matches)


def _pieces(first: Listing, second: Listing, run: Run) -> Iterator[tuple[int, int, int]]:
    """`run` in parts of PASSAGE_LINES at most: where each starts on both sides, and its tokens."""
    begun = 0
    for at in range(1, run.length):
        here, there = run.first + at, run.second + at
        if (
            first.last[here] - first.first[run.first + begun] >= PASSAGE_LINES
            or second.last[there] - second.first[run.second + begun] >= PASSAGE_LINES
        ):
            yield run.first + begun, run.second + begun, at - begun
            begun = at
    yield run.first + begun, run.second + begun, run.length - begun


def _passage(listing: Listing, at: int, length: int) -> Passage:
    number = listing.tokens.kinds.count(END, 0, at)
    first, last = listing.first[at], listing.last[at + length - 1]
    lines = listing.texts[number][first - 1 : last]
    return Passage(
        file=listing.tokens.files[number].path,
        first=first,
        last=last,
        text=tuple(line.rstrip("\r")[:LINE_CHARS] for line in lines[:PASSAGE_LINES]),
        left_out=max(0, len(lines) - PASSAGE_LINES),
    )
