"""Grades what is missing: the visible loop of a batch.

Intake happens here, in bounded memory: no more submissions are held than workers can take. Each
result is recorded, or noted as a fault, before the next one is looked at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from grader.batch.crew import Crew
from grader.batch.handed import Attempt
from grader.batch.keys import key_of, seed_of, task_digest
from grader.batch.store import Store
from grader.batch.work import Result, Task
from grader.errors import SubmissionRejected, UsageError
from grader.load import submission as named
from grader.load import take_in
from grader.load.digests import digest_of
from grader.load.names import display
from grader.model import Exercise, Rubric

TRIES = 3
"""So often a unit is begun whose worker, or sandbox, fails."""
PATIENCE = 0.5
"""Seconds after which the loop looks up even when nothing was finished."""

State = Literal["kept", "graded", "rejected", "incomplete", "fault"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One unit is done with. `kept` was graded before; `fault` has no result. `seconds` of work."""

    attempt: Attempt
    state: State
    message: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a run grades by. `library` holds exercise, rubric and the rubric's file by id."""

    library: Mapping[str, tuple[Exercise, Rubric, Path]]
    seed: int
    root: Path
    retry_incomplete: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class _Unit:
    attempt: Attempt
    task: Task
    digest: str
    tries: int = 1

    @property
    def where(self) -> tuple[str, str, int]:
        return place_of(self.attempt)


def place_of(attempt: Attempt) -> tuple[str, str, int]:
    """Student, exercise and number: what the store calls an attempt."""
    return (attempt.student.id, attempt.exercise, attempt.number)


def run(
    store: Store,
    crew: Crew,
    plan: Plan,
    attempts: Iterable[Attempt],
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Grade `attempts` that have no result yet; an event for each, in the order of their ends.

    After `stop` says so nothing new is begun, and what was begun is finished. Raises GraderError
    when the store cannot be written.
    """
    waiting = iter(attempts)
    again: deque[_Unit] = deque()
    units: dict[str, list[_Unit]] = {}
    exhausted = False
    while True:
        while crew.room and not stop() and not (exhausted and not again):
            if again:
                unit = again.popleft()
            else:
                attempt = next(waiting, None)
                if attempt is None:
                    exhausted = True
                    continue
                prepared = _prepare(store, plan, attempt)
                if isinstance(prepared, Event):
                    yield prepared
                    continue
                unit = prepared
            units.setdefault(unit.task.key, []).append(unit)
            crew.submit(unit.task)
        if not crew.busy:
            if again and not stop():
                continue
            return
        for task, result in crew.collect(PATIENCE):
            same = units[task.key]
            unit = same.pop()
            if not same:
                del units[task.key]
            if result.fault and result.again and unit.tries < TRIES:
                again.append(replace(unit, tries=unit.tries + 1))
            else:
                yield _record(store, unit, result)


def _prepare(store: Store, plan: Plan, attempt: Attempt) -> Event | _Unit:
    """Take in an attempt. What was graded before needs no worker."""
    exercise, rubric, file = plan.library[attempt.exercise]
    reason = ""
    try:
        frozen = take_in(attempt.path, exercise)
    except SubmissionRejected as refusal:
        reason = str(refusal).replace(f"{display(str(plan.root))}/", "")
        frozen = replace(
            named(attempt.path), digest=digest_of([("rejected", reason.encode("utf-8", "replace"))])
        )
    except UsageError as error:
        message = str(error)
        store.fault(place_of(attempt), message)
        return Event(attempt=attempt, state="fault", message=message)
    task = task_digest(exercise, rubric)
    seed = seed_of(plan.seed, task, frozen.digest)
    key = key_of(attempt.student, task, frozen.digest, seed)
    if plan.retry_incomplete:
        store.regrade(key)
    if store.want(place_of(attempt), key) is not None:
        return Event(attempt=attempt, state="kept")
    return _Unit(
        attempt=attempt,
        digest=frozen.digest,
        task=Task(
            key=key,
            folder=exercise.folder,
            rubric=file,
            task=task,
            submission=replace(frozen, name=display(attempt.student.label, 100)),
            seed=seed,
            rejection=reason,
        ),
    )


def _record(store: Store, unit: _Unit, result: Result) -> Event:
    if result.fault:
        store.fault(unit.where, result.fault)
        return Event(attempt=unit.attempt, state="fault", message=result.fault)
    store.record(unit.where, result, unit.task.task, unit.digest)
    return Event(attempt=unit.attempt, state=result.status, seconds=result.seconds)
