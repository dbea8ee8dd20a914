"""Spreadsheets: `grades.csv`, a row for each student, and `criteria.csv`, a row for each criterion.

Where there is no number the cell is empty, never 0; the status beside it says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from grader.batch.book import Assignment, CriterionMark, Entry, Gradebook
from grader.batch.cells import CELL, cell, table
from grader.batch.exports.parts import story
from grader.batch.exports.parts.options import Options, narrowed
from grader.batch.exports.parts.texts import name, points, words
from grader.batch.handed import Student

_WHO = ("student", "name", "email", "login", "sis_id", "lms_id", "section")
_OF_EXERCISE = (
    "points", "max_points", "raw", "earned", "penalty", "status", "overridden", "decisions",
    "policy", "comments", "attempt", "submitted", "note", "report",
)  # fmt: skip
_OF_CRITERION = (
    "student", "name", "exercise", "criterion", "title", "kind", "status", "raw", "points",
    "max_points", "overridden_by", "overridden_at", "because",
)  # fmt: skip


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`grades.csv` and `criteria.csv`. `raw` is as graded, `earned` after people's decisions."""
    book = narrowed(book, options)
    return {"grades.csv": table(_grades(book)), "criteria.csv": table(_criteria(book))}


def _grades(book: Gradebook) -> list[tuple[str, ...]]:
    """The wide form: each exercise has its columns, `exercise: points` and so on."""
    header = [*_WHO]
    for item in book.assignments:
        header += [cell(f"{name(item.exercise)}: {column}") for column in _OF_EXERCISE]
    entries = {(item.student.id, item.assignment.exercise): item for item in book.entries}
    rows = [tuple(header)]
    for student in book.students:
        row = [*_student(student)]
        for item in book.assignments:
            row += _exercise(entries.get((student.id, item.exercise)), item)
        rows.append(tuple(row))
    return rows


def _student(item: Student) -> tuple[str, ...]:
    known = (item.id, item.name, item.email, item.login, item.sis_id, item.lms_id, item.section)
    return tuple(cell(name(text)) for text in known)


def _exercise(entry: Entry | None, assignment: Assignment) -> tuple[str, ...]:
    """The cells of one exercise of one student."""
    if entry is None:
        return ("", points(assignment.max_points), *[""] * 3, "missing", *[""] * 8)
    penalty = sum((item.points for item in entry.adjustments), Fraction(0))
    return (
        points(entry.points),
        points(assignment.max_points),
        points(entry.graded),
        points(entry.earned),
        points(penalty) if entry.adjustments else "",
        entry.status,
        "yes" if any(mark.override for mark in entry.criteria) else "",
        _lines(story.overrides(entry)),
        _lines(tuple(story.policy_line(item) for item in entry.adjustments)),
        _lines(tuple(story.comment_line(item) for item in entry.comments)),
        f"{entry.attempt} of {entry.attempts}" if entry.attempts else "",
        story.when(entry.submitted) if entry.submitted else "",
        cell(words(entry.note)),
        cell(words(entry.report)),
    )


def _lines(lines: tuple[str, ...]) -> str:
    """Several lines as one cell on one line."""
    return cell(" | ".join(story.block(lines, CELL - 200).split("\n")))


def _criteria(book: Gradebook) -> list[tuple[str, ...]]:
    """The long form: entries without criteria have no row."""
    rows: list[tuple[str, ...]] = [_OF_CRITERION]
    rows += [_criterion(entry, mark) for entry in book.entries for mark in entry.criteria]
    return rows


def _criterion(entry: Entry, mark: CriterionMark) -> tuple[str, ...]:
    judged = mark.status != "error"
    decided = mark.override
    return (
        cell(name(entry.student.id)),
        cell(name(entry.student.name)),
        cell(name(entry.assignment.exercise)),
        cell(name(mark.id)),
        cell(name(mark.title)),
        cell(name(mark.kind)),
        cell(name(mark.status)),
        points(mark.graded) if judged else "",
        points(mark.points) if judged or decided else "",
        points(mark.max_points),
        cell(name(decided.who)) if decided else "",
        story.when(decided.when) if decided else "",
        cell(words(decided.because)) if decided else "",
    )
