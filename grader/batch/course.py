"""Reading `course.toml`: due times, lateness, attempts, extensions.

docs/class-course.md has the format; `adjustments` and `countable` apply it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from grader.batch.handed import Student
from grader.batch.policy import adjustments, countable, counting
from grader.batch.terms import Count, Course, Extension, Late, Terms, Unit
from grader.errors import UsageError
from grader.load.mistakes import Mistakes
from grader.load.names import ID_FORM, did_you_mean, display, is_id
from grader.load.tables import Table, read_toml

__all__ = ["Course", "adjustments", "countable", "counting", "read_course", "strangers"]

MAX_POINTS = 100_000
MAX_ATTEMPTS = 10_000
MAX_MINUTES = 60 * 24 * 366
MAX_DAYS = 3_660
_FIRST_YEAR, _LAST_YEAR = 1970, 2200
_FRACTION = re.compile(r"([0-9]{1,6})(?:/([1-9][0-9]{0,5})|\.([0-9]{1,6}))")
_COUNTS: tuple[Count, ...] = get_args(Count)
_UNITS: tuple[Unit, ...] = get_args(Unit)


def read_course(path: Path, exercises: Iterable[str] | None = None) -> Course:
    """Read and check a course file; `exercises` are the ids that there are, where known.

    Raises UsageError with every mistake, one a line: `path: [table] key: reason`.
    """
    mistakes = Mistakes()
    document = read_toml(path, mistakes)
    mistakes.stop(UsageError)
    name = document.text("name")
    timezone = document.text("timezone")
    zone = _zone(document, timezone)
    usual = _terms(document, Terms())
    tables = document.tables("exercise", required=False)
    terms = tuple(_exercise(table, usual, zone) for table in tables)
    _check_exercises(tables, terms, exercises)
    extensions = _extensions(document, terms, zone)
    document.close()
    mistakes.stop(UsageError)
    return Course(name=name, timezone=timezone, usual=usual, terms=terms, extensions=extensions)


def strangers(course: Course, students: Iterable[Student]) -> tuple[str, ...]:
    """Whom the course's extensions name although nobody in the class is called so."""
    people = tuple(students)
    return tuple(
        dict.fromkeys(
            display(item.student, 80)
            for item in course.extensions
            if not any(item.is_for(student) for student in people)
        )
    )


def _zone(document: Table, name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        document.wrong("timezone", 'is no time zone known here; write one such as "Europe/Vienna"')
        return None


def _terms(table: Table, usual: Terms) -> Terms:
    """The terms that a table states; what it does not state is as usual."""
    return Terms(
        attempts=_limit(table, "attempts", usual.attempts),
        count=table.choice("count", _COUNTS) if _has(table, "count") else usual.count,
        late=Late(
            percent=_exact(table, "late_percent", 100, usual.late.percent),
            per=table.choice("late_per", _UNITS) if _has(table, "late_per") else usual.late.per,
            grace_minutes=table.whole(
                "late_grace_minutes", 0, MAX_MINUTES, default=usual.late.grace_minutes
            ),
            cap_percent=_bound(table, "late_cap_percent", usual.late.cap_percent),
            cutoff_days=(
                table.whole("late_cutoff_days", 0, MAX_DAYS)
                if _has(table, "late_cutoff_days")
                else usual.late.cutoff_days
            ),
        ),
    )


def _exercise(table: Table, usual: Terms, zone: ZoneInfo | None) -> Terms:
    own = _terms(table, usual)
    points = _exact(table, "points", MAX_POINTS, Fraction(0)) if _has(table, "points") else None
    if points == 0:
        table.wrong("points", "must be more than 0")
    return Terms(
        exercise=table.text("id"),
        title=table.text("title", default=""),
        column=table.text("column", default=""),
        due=_moment(table, "due", zone),
        points=points,
        attempts=own.attempts,
        count=own.count,
        late=own.late,
    )


def _check_exercises(
    tables: tuple[Table, ...], terms: tuple[Terms, ...], exercises: Iterable[str] | None
) -> None:
    known = None if exercises is None else set(exercises)
    seen: set[str] = set()
    columns: set[str] = set()
    for table, item in zip(tables, terms, strict=True):
        if item.exercise and not is_id(item.exercise):
            table.wrong("id", f"must be the id of an exercise: {ID_FORM}")
        elif item.exercise and known is not None and item.exercise not in known:
            hint = did_you_mean(item.exercise, known)
            table.wrong("id", f'"{item.exercise}" is no exercise here{hint}')
        if item.exercise in seen:
            table.wrong("id", f'must not be "{item.exercise}" twice')
        if item.column and item.column in columns:
            table.wrong("column", "is another exercise's column already")
        seen.add(item.exercise)
        columns.add(item.column)


def _extensions(
    document: Table, terms: tuple[Terms, ...], zone: ZoneInfo | None
) -> tuple[Extension, ...]:
    listed = {item.exercise: item for item in terms}
    found: dict[tuple[str, str], Extension] = {}
    for table in document.tables("extension", required=False):
        item = _extension(table, zone)
        if item.exercise and item.exercise not in listed:
            hint = did_you_mean(item.exercise, listed)
            table.wrong("exercise", f'"{item.exercise}" is no [[exercise]] of this file{hint}')
        elif item.exercise and listed[item.exercise].due is None and not item.due:
            table.wrong("exercise", f"{item.exercise} has no due time that days could be added to")
        if (item.student, item.exercise) in found:
            table.wrong("student", "has an extension for this already")
        found[item.student, item.exercise] = item
    return tuple(found.values())


def _extension(table: Table, zone: ZoneInfo | None) -> Extension:
    due = _moment(table, "due", zone)
    days = table.whole("days", 1, MAX_DAYS) if _has(table, "days") else 0
    exercise = table.text("exercise", default="")
    if bool(due) == bool(days):
        table.wrong("due", "or days must be there, one of the two")
    elif due and not exercise:
        table.wrong("due", "is for one exercise: name it, or give days")
    return Extension(
        student=table.text("student"),
        exercise=exercise,
        due=due,
        days=days,
        because=table.text("because", default=""),
    )


def _has(table: Table, key: str) -> bool:
    return table.raw(key, required=False) is not None


def _limit(table: Table, key: str, usual: int | None) -> int | None:
    return table.whole(key, 1, MAX_ATTEMPTS) if _has(table, key) else usual


def _bound(table: Table, key: str, usual: Fraction | None) -> Fraction | None:
    return _exact(table, key, 100, Fraction(0)) if _has(table, key) else usual


def _exact(table: Table, key: str, high: int, usual: Fraction) -> Fraction:
    """A whole number, or a text such as "5/2" or "2.5": no float ever holds points."""
    value = table.raw(key, required=False)
    if value is None:
        return usual
    match = _FRACTION.fullmatch(value) if isinstance(value, str) else None
    if match:
        exact = Fraction(match[0])
    elif isinstance(value, int) and not isinstance(value, bool):
        exact = Fraction(value)
    else:
        table.wrong(key, 'must be exact: a whole number such as 5, or a text such as "5/2"')
        return usual
    if 0 <= exact <= high:
        return exact
    table.wrong(key, f"must be from 0 to {high:,}")
    return usual


def _moment(table: Table, key: str, zone: ZoneInfo | None) -> datetime | None:
    """A time; without an offset of its own it is one of the course's time zone."""
    value = table.raw(key, required=False)
    if value is None:
        return None
    if not isinstance(value, datetime):
        kind = "a date without a time" if isinstance(value, date) else "no date and time"
        table.wrong(key, f"is {kind}: write it without quotes, such as 2026-11-30T23:59:00")
        return None
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        table.wrong(key, f"must be from {_FIRST_YEAR} to {_LAST_YEAR}")
        return None
    if value.tzinfo is not None:
        return value
    if zone is None:
        return None
    local = value.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != value:
        table.wrong(key, "is a time that does not exist there: clocks skip it")
    return local
