"""Two submissions side by side: which runs of tokens both have, and how much of them is their own.

Greedy tiling from left to right, longest run first at each place; a run that is mostly given (by
the starter, or by what the class shares) is no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from grader.batch.similar.tokens import END, Tokens
from grader.batch.similar.winnow import Gram, K

_PLACES = 8
"""Places of a k-gram in the other submission that are tried; repetitive text has thousands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A submission ready to be compared. `given`: a byte a token, 1 where it is not its own."""

    tokens: Tokens
    row: list[Gram] = field(repr=False)
    given: bytes = field(repr=False)
    places: dict[Gram, list[int]] = field(repr=False)

    @property
    def own(self) -> int:
        """How many tokens are the submission's own."""
        return self.given.count(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """`length` tokens that are the same from token `first` and from token `second`."""

    first: int
    second: int
    length: int
    own: int


def text_of(tokens: Tokens, row: list[Gram], common: AbstractSet[Gram]) -> Text:
    """`tokens` with what is covered by a k-gram of `common` marked as given. `row`: its k-grams."""
    given = bytearray(len(row))
    covered = 0
    for at, gram in enumerate(row):
        if gram in common:
            covered = at + K
        if at < covered or tokens.kinds[at] == END:
            given[at] = 1
    places: dict[Gram, list[int]] = defaultdict(list)
    for at, gram in enumerate(row):
        if gram and len(places[gram]) < _PLACES:
            places[gram].append(at)
    return Text(tokens=tokens, row=row, given=bytes(given), places=dict(places))


def runs(first: Text, second: Text) -> list[Run]:
    """The runs that both have, in the order of `first`; no two overlap in either."""
    found: list[Run] = []
    taken = bytearray(len(second.row))
    at = 0
    while at < len(first.row):
        length, there = _longest(first, second, taken, at)
        if length < K:
            at += 1
            continue
        taken[there : there + length] = b"\1" * length
        own = min(
            first.given.count(0, at, at + length), second.given.count(0, there, there + length)
        )
        if own >= K // 2:
            found.append(Run(first=at, second=there, length=length, own=own))
        at += length
    return found


def _longest(first: Text, second: Text, taken: bytearray, at: int) -> tuple[int, int]:
    best = (0, 0)
    for there in second.places.get(first.row[at], ()):
        stop = taken.find(1, there)
        room = (len(taken) if stop < 0 else stop) - there
        if room < K or room <= best[0]:
            continue
        length = _common(first.tokens.kinds, at, second.tokens.kinds, there, room)
        best = max(best, (length, there), key=lambda pair: pair[0])
    return best


def _common(left: bytes, at: int, right: bytes, there: int, room: int) -> int:
    """How many tokens from `at` and `there` are the same, within a file and `room`."""
    end = END.to_bytes()
    room = min(room, left.index(end, at) - at, right.index(end, there) - there)
    same, step = 0, K
    while same < room and step:
        step = min(step, room - same)
        if left[at + same : at + same + step] == right[there + same : there + same + step]:
            same += step
            step *= 2
        else:
            step //= 2
    return same
