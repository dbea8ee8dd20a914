"""What is known of two submissions that are alike. All text is the learners': hostile."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Lines `first` to `last` of a file, from 1, both included.

    `text` holds these lines, each cut at `LINE_CHARS`, and at most `PASSAGE_LINES` of them;
    `left_out` says how many lines more there are.
    """

    file: str
    first: int
    last: int
    text: tuple[str, ...] = field(repr=False)
    left_out: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A passage of either submission that says the same. `tokens`: how many words and signs."""

    first: Passage
    second: Passage
    tokens: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two submissions of one exercise. `first` and `second` are ids of students, in this order.

    `share` is the part, from 0 to 1, of what both wrote themselves that the other wrote, too.
    `matches` are of the longest runs, in the order of `first`; `left_out` says how many passages
    more there are.
    """

    exercise: str
    first: str
    second: str
    share: Fraction
    matches: tuple[Match, ...]
    left_out: int = 0
