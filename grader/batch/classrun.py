"""One run of a whole class: the visible list of its steps."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Protocol

from grader.batch.book import Assignment, Entry, Gradebook
from grader.batch.cells import cell, table
from grader.batch.course import read_course, strangers
from grader.batch.crew import Crew, LocalCrew
from grader.batch.handed import Attempt, Placement
from grader.batch.keys import task_digest
from grader.batch.layouts import discover
from grader.batch.overview import show
from grader.batch.pairs import find_pairs
from grader.batch.policy import countable
from grader.batch.results import COURSE_FILE, NO_COURSE, book_of, course_of
from grader.batch.roster import read_roster
from grader.batch.runner import Event, Plan, run
from grader.batch.store import Change, Store, open_store
from grader.batch.terms import Course
from grader.errors import UsageError
from grader.load import find_exercises, load_exercise, load_rubric
from grader.load.names import display
from grader.model import Exercise, Rubric

UNPACKED = "unpacked"
CHANGES_FILE = "changes.csv"
CHANGES_HEADER = ("student", "exercise", "attempt", "before", "after", "at")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """What the instructor asked for; times in seconds."""

    submissions: Path
    out: Path
    roster: Path | None = None
    course: Path | None = None
    exercise: str | None = None
    jobs: int = 1
    cluster: str | None = None
    fresh: bool = False
    retry_incomplete: bool = False
    limit_seconds: float | None = None
    unit_seconds: float = 900.0
    seed: int | None = None
    dry_run: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How a run ended. `open_units` have no number yet, through no fault of the learner's."""

    counts: Mapping[str, int]
    open_units: int = 0
    interrupted: bool = False


class Progress(Protocol):
    """What a run tells, while it runs."""

    def understood(self, placement: Placement, course: Course, odd: Sequence[str]) -> None:
        """Before anything is graded: who handed in what, and what could not be placed."""

    def begin(self, total: int) -> None:
        """So many units are looked at."""

    def done(self, event: Event) -> None:
        """One unit is done with."""

    def end(self) -> None:
        """No more units."""

    def summary(
        self, outcome: Outcome, book: Gradebook, changes: Sequence[str], out: Path
    ) -> None:
        """What came of it, what changed, and where it lies."""


def grade_class(exercises: Path, rubrics: Path, wishes: Wishes, progress: Progress) -> Outcome:
    """Find what was handed in, grade what has no grade yet, write the gradebook.

    Raises UsageError, ExerciseError, RubricError, ToolMissing; GraderError when the store fails.
    """
    if wishes.out.resolve().is_relative_to(wishes.submissions.resolve()):
        raise UsageError(
            f"{display(str(wishes.out))} lies in the folder of submissions: the next run would"
            " take it for one; name a folder beside it with --out"
        )
    known = {folder.name: load_exercise(folder) for folder in find_exercises(exercises)}
    course = _course(wishes, known)
    roster = read_roster(wishes.roster) if wishes.roster else ()
    placement = discover(
        wishes.submissions,
        known,
        roster=roster,
        exercise=wishes.exercise,
        unpack=wishes.out / UNPACKED,
    )
    progress.understood(placement, course, strangers(course, placement.students))
    if wishes.dry_run:
        return Outcome(counts={})
    if not placement.attempts:
        raise UsageError(
            f"nothing to grade in {display(str(wishes.submissions))}: see what was left out above"
        )
    used = sorted({attempt.exercise for attempt in placement.attempts})
    library = {
        name: (known[name], load_rubric(rubrics / f"{name}.toml", name), rubrics / f"{name}.toml")
        for name in used
    }
    with open_store(wishes.out, create=True) as store:
        _keep_course(wishes)
        seed = store.reseed() if wishes.fresh else store.seed(wishes.seed)
        store.place(placement, {name: _assignment(*library[name][:2]) for name in used})
        since = store.change_count()
        plan = Plan(
            library=library,
            seed=seed,
            root=wishes.submissions.resolve(),
            retry_incomplete=wishes.retry_incomplete,
        )
        counts, interrupted = _grade(store, wishes, plan, _counting(placement, course), progress)
        told = _changes(store, store.changes(since), wishes.out)
        book = book_of(store, course)
        show(store, book, find_pairs(store, book, placement.attempts, known))
        outcome = Outcome(
            counts=counts,
            open_units=sum(map(is_open, book.entries)),
            interrupted=interrupted,
        )
        progress.summary(outcome, book, told, wishes.out)
        return outcome


def is_open(entry: Entry) -> bool:
    """Whether a unit has no grade yet, or one of before the last change; its note says why."""
    return entry.status == "incomplete" or (entry.status == "graded" and bool(entry.note))


def _grade(
    store: Store,
    wishes: Wishes,
    plan: Plan,
    attempts: Sequence[Attempt],
    progress: Progress,
) -> tuple[Mapping[str, int], bool]:
    """Grade; Ctrl-C ends it after what is recorded. How many of each state, and whether it was."""
    counts: Counter[str] = Counter()
    end = None if wishes.limit_seconds is None else time.monotonic() + wishes.limit_seconds
    progress.begin(len(attempts))
    crew = _crew(wishes)
    interrupted = False
    try:
        for event in run(store, crew, plan, attempts, lambda: _over(end)):
            counts[event.state] += 1
            progress.done(event)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        crew.close()
        progress.end()
    return counts, interrupted


def _over(end: float | None) -> bool:
    return end is not None and time.monotonic() > end


def _crew(wishes: Wishes) -> Crew:
    if wishes.cluster is not None:
        try:
            from grader.batch.cluster import DaskCrew
        except ModuleNotFoundError as error:
            raise UsageError(
                f"--cluster needs Dask: pip install 'grader[cluster]' ({error})"
            ) from error
        return DaskCrew(wishes.cluster, unit_seconds=wishes.unit_seconds)
    return LocalCrew(wishes.jobs, unit_seconds=wishes.unit_seconds)


def _course(wishes: Wishes, known: Mapping[str, Exercise]) -> Course:
    if wishes.course is not None:
        return read_course(wishes.course, known)
    return course_of(wishes.out) if wishes.out.is_dir() else NO_COURSE


def _keep_course(wishes: Wishes) -> None:
    """Exports and pages find the course file beside the store."""
    if wishes.course is not None and wishes.course.resolve() != wishes.out.resolve() / COURSE_FILE:
        (wishes.out / COURSE_FILE).write_bytes(wishes.course.read_bytes())


def _assignment(exercise: Exercise, rubric: Rubric) -> tuple[Assignment, str]:
    made = Assignment(
        exercise=exercise.id,
        title=exercise.title,
        language=exercise.language,
        max_points=rubric.max_points,
    )
    return made, task_digest(exercise, rubric)


def _counting(placement: Placement, course: Course) -> tuple[Attempt, ...]:
    """The attempts whose grade can count: the latest, or all where the best one does."""
    wanted: list[Attempt] = []

    def key(attempt: Attempt) -> tuple[str, str]:
        return attempt.exercise, attempt.student.id

    for (exercise, _), group in groupby(sorted(placement.attempts, key=key), key):
        terms = course.of(exercise)
        allowed = countable(tuple(group), terms.attempts)
        wanted += allowed if terms.count == "best" else allowed[-1:]
    # Student by student: all exercises at all times, so that the time left is told truly.
    return tuple(sorted(wanted, key=lambda each: (each.student.id, each.exercise, each.number)))


def _changes(store: Store, changes: Iterable[Change], out: Path) -> tuple[str, ...]:
    """What regrading changed, a line each; the whole history of it goes into a CSV file."""
    lines = []
    rows = []
    for change in changes:
        results = store.result(change.before), store.result(change.after)
        before, after = (_state(each.status, each.points) if each else "?" for each in results)
        where = (cell(change.student), change.exercise, str(change.number))
        rows.append((*where, before, after, change.at.isoformat()))
        if before != after:
            who = f"{display(change.student, 60)}  {change.exercise}"
            lines.append(f"{who}: {before} → {after}")
    if rows:
        head = () if (out / CHANGES_FILE).is_file() else (CHANGES_HEADER,)
        with (out / CHANGES_FILE).open("ab") as file:
            file.write(table([*head, *rows]))
    return tuple(lines)


def _state(status: str, points: object) -> str:
    return f"{points} points" if points is not None else status
