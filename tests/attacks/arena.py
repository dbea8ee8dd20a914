"""Grades attacks in processes of their own, and looks at what each of them left behind."""

from __future__ import annotations

import ctypes
import functools
import os
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, util
from pathlib import Path

from grader.load import load_exercise, load_rubric, take_in
from grader.model import Exercise, Grade, Rubric
from grader.pipeline.engine import Engine
from grader.pipeline.steps import grade
from grader.report import render
from grader.sandbox.rungs import RungName
from grader.verify.leaks import hidden_lines, leaks
from tests.attacks.corpus import EXERCISES, RUBRICS, Attack

JOBS = 4
"""More than processors: many attacks only wait to be stopped."""
SETTLE_SECONDS = 10.0
PR_SET_CHILD_SUBREAPER = 36
MARK = "PWN" + "ED-"
"""What attacks print or return where they got through. None has it in its source."""
PLACES = ("/tmp", "/var/tmp", "/dev/shm", ".")  # where attacks leave files called pwned_*

_engines: dict[RungName, Engine] = {}
_warm: set[int] = set()  # processes of boxes that wait for work


@dataclass(frozen=True, kw_only=True, slots=True)
class Aftermath:
    """What came of one attack, and what was there afterwards that was not there before."""

    status: str
    points: float | None
    criteria: tuple[tuple[str, str], ...]
    integrity: tuple[str, ...]
    marks: tuple[str, ...]
    leaks: tuple[str, ...]
    processes: tuple[str, ...]
    details: tuple[str, ...]
    seconds: float


class Arena:
    """A pool of graders. Use it as a context manager."""

    def __init__(self, jobs: int = JOBS) -> None:
        self._pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)

    def __enter__(self) -> Arena:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def submit(self, attack: Attack, rung: RungName) -> Future[Aftermath]:
        """Have `attack` graded on `rung`."""
        return self._pool.submit(_grade, attack, rung)


def files_left() -> list[str]:
    """Files of attackers, wherever they could have been written."""
    return [str(path) for place in PLACES for path in Path(place).glob("pwned*")]


def _begin() -> None:
    # whoever outlives its parent becomes a child of this process, where it is seen
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    util.Finalize(None, _end, exitpriority=10)


def _end() -> None:
    for engine in _engines.values():
        engine.close()


def _engine(rung: RungName) -> Engine:
    if rung not in _engines:
        engine = _engines[rung] = Engine(rung=rung, heat=True)
        for start in (engine.python, engine.checks, engine.compilers, engine.programs):
            start()
        _warm.update(pid for pid, _ in _below(os.getpid()))
    return _engines[rung]


@functools.cache
def _loaded(name: str) -> tuple[Exercise, Rubric]:
    return load_exercise(EXERCISES / name), load_rubric(RUBRICS / f"{name}.toml", name)


def _grade(attack: Attack, rung: RungName) -> Aftermath:
    exercise, rubric = _loaded(attack.exercise)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / attack.file).write_bytes(attack.path.read_bytes())
        submission = take_in(Path(folder), exercise)
    started = time.perf_counter()
    graded = grade(_engine(rung), exercise, rubric, submission, seed=7)
    seconds = time.perf_counter() - started
    made = graded.grade
    titles = {exhibit.subject for result in made.results for exhibit in result.exhibits}
    return Aftermath(
        status=made.status,
        points=None if made.points is None else float(made.points),
        criteria=tuple((result.criterion.id, result.status) for result in made.results),
        integrity=tuple(sign.kind for sign in made.integrity),
        marks=tuple(_marks(made)),
        leaks=leaks(made, hidden_lines(exercise), titles),
        processes=tuple(_strangers()),
        details=graded.details,
        seconds=seconds,
    )


def _marks(made: Grade) -> Iterable[str]:
    for name in ("html", "json", "text"):
        for line in render(made, name).decode().splitlines():
            if MARK in line:
                yield f"{name}: {line.strip()[:200]}"


def _strangers() -> list[str]:
    """Processes below this one that are no warm box, once all has settled."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while (found := _unexpected()) and time.monotonic() < deadline:
        time.sleep(0.05)  # the kernel needs a moment to end what was killed
    return found


def _unexpected() -> list[str]:
    return [f"{pid} {name}" for pid, name in _below(os.getpid()) if pid not in _warm]


def _below(root: int) -> list[tuple[int, str]]:
    children: dict[int, list[tuple[int, str]]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue  # it has just ended
            name, rest = stat[stat.index("(") + 1 : stat.rindex(")")], stat[stat.rindex(")") + 2 :]
            children.setdefault(int(rest.split()[1]), []).append((int(entry.name), name))
    found, todo = [], [root]
    while todo:
        below = children.get(todo.pop(), [])
        found += below
        todo += [pid for pid, _ in below]
    return found
