"""What a store gives back: plain data, points exact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from grader.batch.work import Mark


@dataclass(frozen=True, kw_only=True, slots=True)
class AttemptRow:
    """An attempt as the store knows it. `key` is that of its result, "" while there is none.

    `wanted` is the key that the last batch asked for: where it differs from `key`, the result is
    of an earlier exercise, rubric or submission. `fault` says why the last try gave no result.
    `present` is false for what the last batch did not find any more.
    """

    student: str
    exercise: str
    number: int
    path: str
    submitted: datetime | None
    late: bool
    present: bool
    wanted: str
    key: str
    fault: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultRow:
    """A recorded result without its two documents."""

    key: str
    exercise: str
    submission: str
    status: Literal["graded", "incomplete", "rejected"]
    points: Fraction | None
    marks: tuple[Mark, ...]
    rung: str
    seconds: float
    graded_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A regrading: the keys of the results before and after."""

    student: str
    exercise: str
    number: int
    before: str
    after: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What a person decided (`override`) or wrote (`comment`); the latest override counts.

    An override without points takes the ones before it back.
    """

    kind: Literal["override", "comment"]
    student: str
    exercise: str
    criterion: str
    points: Fraction | None
    because: str
    who: str
    at: datetime
