"""The gradebook: plain data that exports and the class page are made of. No file is read here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from grader.batch.handed import Student, Unplaced

EntryStatus = Literal["graded", "incomplete", "rejected", "missing"]
"""`incomplete` is ours to mend (a tool failed, a search ended without a verdict): no number, and
no failure of the learner. `rejected` could not be graded as handed in. `missing`: nothing came."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """One exercise of the course. `due` has a time zone."""

    exercise: str
    title: str
    language: str
    max_points: Fraction
    due: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Override:
    """A person's decision about one criterion: `points` instead of what was graded."""

    criterion: str
    points: Fraction
    because: str
    who: str
    when: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """What a person wrote to the learner about one exercise."""

    text: str
    who: str
    when: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where something was found: a file of the submission, line and column from 1, 0 unknown."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a static check found, in a submission."""

    check: str
    message: str
    place: Place | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionMark:
    """One criterion of one entry. `graded` is what the grading gave, `points` what counts.

    `status` is `passed`, `failed`, `partial`, `skipped` or `error`; `seen` are messages of what was
    observed, with their places.
    """

    id: str
    title: str
    kind: str
    status: str
    graded: Fraction
    max_points: Fraction
    override: Override | None = None
    cause: str = ""
    next_step: str = ""
    reason: str = ""
    seen: tuple[Finding, ...] = ()

    @property
    def points(self) -> Fraction:
        """The points that count: the person's, where a person decided."""
        return self.graded if self.override is None else self.override.points


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjustment:
    """A line of policy between the points earned and the final ones, such as a late penalty.

    `points` is what it adds, so a penalty is negative.
    """

    label: str
    points: Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What one student has for one exercise: the attempt that counts, and what people decided.

    `attempt` is its number, of `attempts` in all; both 0 when nothing came. `note` says why there
    is no number. `report` is the path of the HTML report relative to the batch's folder, or "".
    `seconds` is wall-clock time of the grading. `digest` is that of the submission.
    """

    student: Student
    assignment: Assignment
    status: EntryStatus
    attempt: int = 0
    attempts: int = 0
    criteria: tuple[CriterionMark, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()
    integrity: tuple[str, ...] = ()
    note: str = ""
    submitted: datetime | None = None
    graded_at: datetime | None = None
    seconds: float = 0.0
    digest: str = ""
    report: str = ""

    @property
    def graded(self) -> Fraction | None:
        """The points as graded, before any decision or policy; None where there is no number."""
        if self.status != "graded":
            return None
        return sum((mark.graded for mark in self.criteria), Fraction(0))

    @property
    def earned(self) -> Fraction | None:
        """The points after people's decisions; None where a criterion is still without verdict."""
        open_marks = [
            mark for mark in self.criteria if mark.status == "error" and mark.override is None
        ]
        if self.status in ("rejected", "missing") or open_marks or not self.criteria:
            return None
        return sum((mark.points for mark in self.criteria), Fraction(0))

    @property
    def points(self) -> Fraction | None:
        """The final points, never below 0; None where there is no number."""
        if self.earned is None:
            return None
        return max(Fraction(0), self.earned + sum(item.points for item in self.adjustments))

    @property
    def percent(self) -> Fraction | None:
        """The final points in hundredths of the maximum, exact."""
        if self.points is None or not self.assignment.max_points:
            return None
        return self.points * 100 / self.assignment.max_points


@dataclass(frozen=True, kw_only=True, slots=True)
class Gradebook:
    """A class. `entries` hold one for each student and assignment, sorted by student, exercise."""

    name: str
    made: datetime
    students: tuple[Student, ...]
    assignments: tuple[Assignment, ...]
    entries: tuple[Entry, ...]
    unplaced: tuple[Unplaced, ...] = ()

    def of(self, student: str) -> tuple[Entry, ...]:
        """The entries of one student, in the order of the assignments."""
        return tuple(entry for entry in self.entries if entry.student.id == student)
