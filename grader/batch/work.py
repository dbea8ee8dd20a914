"""One unit in one worker process: what it gets, what it does, what it gives back.

A worker keeps its engine, and with it pytest, pylint, astroid, libclang and the boxes, for all
its units. Everything here travels between processes, and to other machines, as plain data.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import dataclass
from multiprocessing import parent_process, util
from multiprocessing.connection import wait
from pathlib import Path

from grader.batch.keys import task_digest
from grader.errors import BoxError, GraderError
from grader.load import load_exercise, load_rubric
from grader.model import Exercise, GradeStatus, Rubric, Submission
from grader.pipeline.engine import Engine
from grader.pipeline.steps import Graded, grade, reject
from grader.report import render
from grader.sandbox.rungs import RungName


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A frozen submission and where its exercise lies. `task` is `keys.task_digest` of that.

    `rejection` is the reason why intake refused it: then there is nothing to run.
    """

    key: str
    folder: Path
    rubric: Path
    task: str
    submission: Submission
    seed: int
    rejection: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """The verdict on one criterion; `points` exact, as `Fraction` writes and reads them."""

    criterion: str
    status: str
    points: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A grade as it is recorded. `report` is `result.json`, `page` the HTML, both UTF-8.

    `fault` is set, and the rest empty, when the unit could not be graded through no fault of the
    learner: nothing of it is believed. With `again`, another try may end better.
    """

    key: str
    status: GradeStatus = "incomplete"
    points: str = ""
    marks: tuple[Mark, ...] = ()
    report: bytes = b""
    page: bytes = b""
    rung: str = ""
    seconds: float = 0.0
    fault: str = ""
    again: bool = False


_engine: Engine | None = None
_shelf: dict[tuple[Path, Path], tuple[Exercise, Rubric, str]] = {}


def open_worker(rung: RungName | None = None) -> None:
    """Make this process a worker: an engine of its own, and an end with its parent's.

    Ctrl-C is the parent's to handle; a parent that was killed takes its workers along.
    """
    global _engine  # one engine a worker process, opened before its first unit
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _engine = Engine(rung=rung, heat=True)
    util.Finalize(None, _engine.close, exitpriority=10)
    threading.Thread(target=_end_with_parent, args=(_engine,), daemon=True).start()


def work(task: Task) -> Result:
    """Grade one unit. What is wrong with the machine or the exercise becomes a fault."""
    if _engine is None:
        open_worker()
    assert _engine is not None
    return work_on(_engine, task)


def work_on(engine: Engine, task: Task) -> Result:
    """Grade one unit with the boxes of `engine`."""
    started = time.perf_counter()
    try:
        exercise, rubric = _exercise(task)
        if task.rejection:
            graded = reject(exercise, rubric, task.submission.name, task.rejection, task.seed)
        else:
            graded = grade(engine, exercise, rubric, task.submission, task.seed)
    except GraderError as error:
        return Result(key=task.key, fault=str(error), again=isinstance(error, BoxError))
    return _result(task, graded, time.perf_counter() - started)


def _result(task: Task, graded: Graded, seconds: float) -> Result:
    made = graded.grade
    return Result(
        key=task.key,
        status=made.status,
        points="" if made.points is None else str(made.points),
        marks=tuple(
            Mark(criterion=each.criterion.id, status=each.status, points=str(each.points))
            for each in made.results
        ),
        report=render(made, "json"),
        page=render(made, "html"),
        rung=made.provenance.rung,
        seconds=seconds,
    )


def _exercise(task: Task) -> tuple[Exercise, Rubric]:
    """The exercise and its rubric, read once a worker, and the ones that the task means."""
    place = (task.folder, task.rubric)
    known = _shelf.get(place)
    if known is None or known[2] != task.task:
        exercise = load_exercise(task.folder)
        rubric = load_rubric(task.rubric, exercise.id)
        known = _shelf[place] = (exercise, rubric, task_digest(exercise, rubric))
    exercise, rubric, digest = known
    if digest != task.task:
        raise GraderError(f"{exercise.id} was changed while the batch ran; start it once more")
    return exercise, rubric


def _end_with_parent(engine: Engine) -> None:
    """Wait for the parent's end, however it comes, and leave nothing behind."""
    parent = parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    try:
        engine.close()
    finally:
        os._exit(1)
