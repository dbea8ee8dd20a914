"""Passages to look at side by side: lines and text of what two submissions have in common."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from grader.batch.similar.alike import Run
from grader.batch.similar.shapes import Match, Passage
from grader.batch.similar.tokens import END, Tokens

MOST_MATCHES = 6
PASSAGE_LINES = 40
LINE_CHARS = 160


def matches_of(first: Tokens, second: Tokens, found: list[Run]) -> tuple[tuple[Match, ...], int]:
    """The longest runs as passages, in the order of `first`, and how many are left out."""
    longest = sorted(found, key=lambda run: (-run.own, run.first))[:MOST_MATCHES]
    matches = tuple(
        Match(
            first=_passage(first, run.first, run.length),
            second=_passage(second, run.second, run.length),
            tokens=run.own,
        )
        for run in sorted(longest, key=lambda run: run.first)
    )
    return matches, len(found) - len(matches)


def _passage(tokens: Tokens, at: int, length: int) -> Passage:
    file = tokens.files[tokens.kinds.count(END, 0, at)]
    text = file.text
    breaks = array("L", (place for place, char in enumerate(text) if char == "\n"))
    first = bisect_right(breaks, tokens.starts[at]) + 1
    # The last character of a token may be a line break: it is still on that line.
    last = bisect_right(breaks, max(tokens.starts[at], tokens.ends[at + length - 1] - 2)) + 1
    lines = text.split("\n")[first - 1 : last]
    return Passage(
        file=file.path,
        first=first,
        last=last,
        text=tuple(line.rstrip("\r")[:LINE_CHARS] for line in lines[:PASSAGE_LINES]),
        left_out=max(0, len(lines) - PASSAGE_LINES),
    )
