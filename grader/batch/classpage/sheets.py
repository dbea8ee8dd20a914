"""The numbers of a class as CSV files that spreadsheets open and programs read.

UTF-8 with a byte order mark (without it Excel guesses another encoding), RFC 4180 otherwise. Points
and percentages have two decimals at most.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from fractions import Fraction

from grader.batch.book import Entry, Gradebook
from grader.batch.cells import cell, table
from grader.batch.classpage.analysis import STATUSES, ExerciseFigures, analyse
from grader.batch.classpage.statistics import BIN
from grader.batch.similar import Pair
from grader.report.view.numbers import number

_CELL = 1_000
Value = str | int | float | Fraction | datetime | None
Row = Iterable[Value]


def numbers(book: Gradebook, pairs: tuple[Pair, ...] = ()) -> Mapping[str, bytes]:
    """The files by name: all that the page shows, uncut.

    `students.csv`, `entries.csv`, `exercises.csv`, `distribution.csv`, `criteria.csv`,
    `decisions.csv`, `review.csv` and `similar.csv`.
    """
    figures = analyse(book)
    sheets: dict[str, Iterator[Row]] = {
        "students.csv": _students(book),
        "entries.csv": _entries(book),
        "exercises.csv": _exercises(figures),
        "distribution.csv": _distribution(figures),
        "criteria.csv": _criteria(figures),
        "decisions.csv": _decisions(book),
        "review.csv": _review(book),
        "similar.csv": _similar(pairs),
    }
    return {name: _sheet(rows) for name, rows in sheets.items()}


def _sheet(rows: Iterable[Row]) -> bytes:
    return codecs.BOM_UTF8 + table([tuple(map(_cell, row)) for row in rows])


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return number(value).text
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, str):
        return cell(" ".join(value.split()), _CELL)
    return str(value)


def _students(book: Gradebook) -> Iterator[Row]:
    yield (
        "student", "name", "section", *(item.exercise for item in book.assignments), "points", "of"
    )  # fmt: skip
    entries = {(entry.student.id, entry.assignment.exercise): entry for entry in book.entries}
    for student in book.students:
        own = [entries.get((student.id, item.exercise)) for item in book.assignments]
        known = [entry for entry in own if entry and entry.points is not None]
        yield (
            student.id,
            student.name,
            student.section,
            *(entry.points if entry else None for entry in own),
            sum((entry.points or Fraction(0) for entry in known), Fraction(0)),
            sum((entry.assignment.max_points for entry in known), Fraction(0)),
        )


def _entries(book: Gradebook) -> Iterator[Row]:
    yield (
        "student", "name", "exercise", "status", "graded", "points", "of", "percent", "attempt",
        "attempts", "submitted", "graded at", "seconds", "note", "signs", "report",
    )  # fmt: skip
    for entry in book.entries:
        yield (
            entry.student.id,
            entry.student.name,
            entry.assignment.exercise,
            entry.status,
            entry.graded,
            entry.points,
            entry.assignment.max_points,
            entry.percent,
            entry.attempt,
            entry.attempts,
            entry.submitted,
            entry.graded_at,
            round(entry.seconds, 2),
            entry.note,
            len(entry.integrity),
            entry.report,
        )


def _exercises(figures: Iterable[ExerciseFigures]) -> Iterator[Row]:
    yield (
        "exercise", "title", "of", *STATUSES, "mean percent", "least", "lower quartile", "median",
        "upper quartile", "most", "full marks",
    )  # fmt: skip
    for each in figures:
        known = each.summary
        yield (
            each.assignment.exercise,
            each.assignment.title,
            each.assignment.max_points,
            *(each.counts[status] for status in STATUSES),
            *(
                (known.mean, known.least, known.lower, known.median, known.upper, known.most)
                if known
                else [None] * 6
            ),
            each.full,
        )


def _distribution(figures: Iterable[ExerciseFigures]) -> Iterator[Row]:
    yield "exercise", "from percent", "to below", "submissions"
    for each in figures:
        for at, count in enumerate(each.bins):
            is_last = at == len(each.bins) - 1
            yield each.assignment.exercise, at * BIN, None if is_last else at * BIN + BIN, count


def _criteria(figures: Iterable[ExerciseFigures]) -> Iterator[Row]:
    yield (
        "exercise", "criterion", "title", "points", "passed", "partial", "failed", "skipped",
        "without verdict", "missed percent", "discrimination",
    )  # fmt: skip
    for each in figures:
        for row in each.criteria:
            yield (
                each.assignment.exercise,
                row.id,
                row.title,
                row.max_points,
                row.passed,
                row.partial,
                row.failed,
                row.skipped,
                row.open,
                None if row.rate is None else row.rate * 100,
                row.discrimination,
            )


def _decisions(book: Gradebook) -> Iterator[Row]:
    yield "student", "exercise", "kind", "about", "points", "instead of", "text", "who", "when"
    for entry in book.entries:
        own = entry.student.id, entry.assignment.exercise
        for mark in entry.criteria:
            made = mark.override
            if made is not None:
                about = mark.id, made.points, mark.graded
                yield *own, "override", *about, made.because, made.who, made.when
        for line in entry.adjustments:
            yield *own, "policy", line.label, line.points, None, "", "", None
        for comment in entry.comments:
            yield *own, "comment", "", None, None, comment.text, comment.who, comment.when


def _review(book: Gradebook) -> Iterator[Row]:
    yield "kind", "student", "exercise", "text"
    for entry in book.entries:
        yield from _signs(entry)
    for item in book.unplaced:
        yield "unplaced", "", "", f"{item.path}: {item.reason}"


def _signs(entry: Entry) -> Iterator[Row]:
    own = entry.student.id, entry.assignment.exercise
    for sign in entry.integrity:
        yield "integrity", *own, sign
    if entry.status != "graded":
        yield entry.status, *own, entry.note


def _similar(pairs: Iterable[Pair]) -> Iterator[Row]:
    yield (
        "exercise", "first", "second", "percent alike", "first file", "first line", "last line",
        "second file", "first line", "last line",
    )  # fmt: skip
    for pair in pairs:
        for match in pair.matches:
            yield (
                pair.exercise,
                pair.first,
                pair.second,
                pair.share * 100,
                match.first.file,
                match.first.first,
                match.first.last,
                match.second.file,
                match.second.first,
                match.second.last,
            )
