"""What people decide about a grade: kept beside the grading, never written over it."""

from __future__ import annotations

import getpass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from grader.batch.book import Entry
from grader.batch.overview import refresh
from grader.batch.results import book_of, course_of
from grader.batch.store import Decision, Store, open_store
from grader.batch.work import Mark
from grader.errors import UsageError
from grader.load.names import did_you_mean, display
from grader.report.view.numbers import number

MAX_REASON = 2_000


def override(
    run: Path,
    student: str,
    exercise: str,
    criterion: str,
    *,
    points: Fraction | None,
    because: str,
    who: str,
    when: datetime,
) -> Entry:
    """Set the points of one criterion, in the rubric's points; None takes earlier ones back.

    The entry as it is now. Raises UsageError when there is no such unit or criterion, or the
    points are more than the criterion has.
    """
    with open_store(run) as store:
        key, name = _result(store, student, exercise)
        marks = {mark.criterion for mark in _marks(store, key)}
        if criterion not in marks:
            hint = did_you_mean(criterion, marks) or f": one of {', '.join(sorted(marks))}"
            raise UsageError(f"{exercise} has no criterion {display(criterion, 80)}{hint}")
        most = _most(store, run, name, exercise, criterion)
        if points is not None and points > most:
            raise UsageError(f"{criterion} has {number(most).text} points at most")
        decision = Decision(
            kind="override",
            student=name,
            exercise=exercise,
            criterion=criterion,
            points=points,
            because=_text(because, "--because"),
            who=_text(who, "--who"),
            at=when,
        )
        return _kept(store, run, decision)


def comment(
    run: Path, student: str, exercise: str, text: str, *, who: str, when: datetime
) -> Entry:
    """Keep a comment to a learner; the entry as it is now. Raises UsageError."""
    with open_store(run) as store:
        name = _student(store, student)
        _exercise(store, exercise)
        decision = Decision(
            kind="comment",
            student=name,
            exercise=exercise,
            criterion="",
            points=None,
            because=_text(text, "the comment"),
            who=_text(who, "--who"),
            at=when,
        )
        return _kept(store, run, decision)


def whoami() -> str:
    """The name of the account that decides."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _kept(store: Store, run: Path, decision: Decision) -> Entry:
    store.decide(decision)
    book = refresh(store, course_of(run))
    return next(
        entry
        for entry in book.of(decision.student)
        if entry.assignment.exercise == decision.exercise
    )


def _result(store: Store, student: str, exercise: str) -> tuple[str, str]:
    """The key of the last result of a student's attempts, and the student's id."""
    name = _student(store, student)
    _exercise(store, exercise)
    rows = [row for row in store.attempts() if (row.student, row.exercise) == (name, exercise)]
    keys = [row.key for row in rows if row.key]
    if not keys:
        raise UsageError(f"{display(name)} has no result for {exercise} yet: grade it first")
    return keys[-1], name


def _marks(store: Store, key: str) -> tuple[Mark, ...]:
    found = store.result(key)
    return () if found is None else found.marks


def _student(store: Store, wanted: str) -> str:
    """The id of the student who is called so: by id, login, e-mail or full name."""
    people = store.people()
    known = {each.id for each in people} | {row.student for row in store.attempts()}
    if wanted in known:
        return wanted
    found = {
        each.id
        for each in people
        if wanted and wanted in (each.login, each.email, each.name, each.sis_id)
    }
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"more than one student is called {display(wanted, 80)}: use the id")
    raise UsageError(f"no student {display(wanted, 80)}{did_you_mean(wanted, known)}")


def _exercise(store: Store, wanted: str) -> None:
    known = {each.exercise for each in store.assignments()}
    if wanted not in known:
        hint = did_you_mean(wanted, known)
        raise UsageError(f"no exercise {display(wanted, 80)} was graded here{hint}")


def _most(store: Store, run: Path, student: str, exercise: str, criterion: str) -> Fraction:
    """The points that the rubric has for a criterion."""
    book = book_of(store, course_of(run))
    entry = next(each for each in book.of(student) if each.assignment.exercise == exercise)
    mark = next((mark for mark in entry.criteria if mark.id == criterion), None)
    rubric = next(each for each in store.assignments() if each.exercise == exercise)
    if mark is None:
        return rubric.max_points
    return mark.max_points * rubric.max_points / entry.assignment.max_points


def _text(text: str, what: str) -> str:
    if not text.strip():
        raise UsageError(f"{what} is empty: people want to know")
    if len(text) > MAX_REASON:
        raise UsageError(f"{what} is longer than {MAX_REASON:,} characters")
    return text.strip()
