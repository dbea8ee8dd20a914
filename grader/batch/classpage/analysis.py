"""The gradebook by exercise: counts, grades and what each criterion came to. Nothing is worded."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

from grader.batch.book import Assignment, CriterionMark, Entry, EntryStatus, Gradebook
from grader.batch.classpage.statistics import Summary, discrimination, histogram, summary

STATUSES: tuple[EntryStatus, ...] = ("graded", "incomplete", "rejected", "missing")


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionFigures:
    """What a class has for one criterion, as graded: before people's decisions.

    `partial` were right in part. `skipped` could not be judged because another criterion failed,
    `open` because of us. `rate` is the part of those judged that missed it in whole or in part;
    None where nobody was judged.
    """

    id: str
    title: str
    max_points: Fraction
    passed: int
    partial: int
    failed: int
    skipped: int
    open: int
    discrimination: Fraction | None

    @property
    def judged(self) -> int:
        """How many got a verdict."""
        return self.passed + self.partial + self.failed

    @property
    def missed(self) -> int:
        """How many did not get all of it."""
        return self.partial + self.failed

    @property
    def rate(self) -> Fraction | None:
        """The part of those judged that did not get all of it."""
        return Fraction(self.missed, self.judged) if self.judged else None


@dataclass(frozen=True, kw_only=True, slots=True)
class ExerciseFigures:
    """One exercise. `entries` are all of it; `percents` the final points of those with a number.

    `criteria` are sorted: the most missed first.
    """

    assignment: Assignment
    entries: tuple[Entry, ...]
    counts: dict[EntryStatus, int]
    percents: tuple[Fraction, ...]
    summary: Summary | None
    bins: tuple[int, ...]
    criteria: tuple[CriterionFigures, ...]

    @property
    def full(self) -> int:
        """How many have full marks, or more."""
        return self.bins[-1]


def analyse(book: Gradebook) -> tuple[ExerciseFigures, ...]:
    """The figures of each assignment, in the order of the book."""
    by_exercise: dict[str, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        by_exercise[entry.assignment.exercise].append(entry)
    return tuple(_figures(item, by_exercise[item.exercise]) for item in book.assignments)


def _figures(assignment: Assignment, entries: list[Entry]) -> ExerciseFigures:
    counts = Counter(entry.status for entry in entries)
    percents = tuple(entry.percent for entry in entries if entry.percent is not None)
    return ExerciseFigures(
        assignment=assignment,
        entries=tuple(entries),
        counts={status: counts[status] for status in STATUSES},
        percents=percents,
        summary=summary(percents),
        bins=histogram(percents),
        criteria=_criteria(entries),
    )


def _criteria(entries: list[Entry]) -> tuple[CriterionFigures, ...]:
    marks: dict[str, list[CriterionMark]] = defaultdict(list)
    results: dict[str, list[tuple[Fraction, Fraction]]] = defaultdict(list)
    for entry in entries:
        whole = entry.graded
        for mark in entry.criteria:
            marks[mark.id].append(mark)
            if whole is not None and mark.status != "skipped" and mark.max_points:
                share = mark.graded / mark.max_points
                results[mark.id].append((share, whole - mark.graded))
    figures = [_criterion(same, results[name]) for name, same in marks.items()]
    # Sorting is stable: what is missed equally often stays in the order of the rubric.
    return tuple(sorted(figures, key=lambda item: -(item.rate or Fraction(0))))


def _criterion(
    marks: list[CriterionMark], results: list[tuple[Fraction, Fraction]]
) -> CriterionFigures:
    times = Counter(mark.status for mark in marks)
    return CriterionFigures(
        id=marks[0].id,
        title=marks[0].title,
        max_points=marks[0].max_points,
        passed=times["passed"],
        partial=times["partial"],
        failed=times["failed"],
        skipped=times["skipped"],
        open=times["error"],
        discrimination=discrimination(results),
    )
