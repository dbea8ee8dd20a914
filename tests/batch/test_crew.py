"""Worker processes that die, hang, or lose their parent."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.batch.crew import LocalCrew
from grader.batch.keys import task_digest
from grader.batch.work import Result, Task
from grader.load import take_in
from tests.batch import crew_parent
from tests.batch.tiny_class import LOOPS, RIGHT, hand_in, tiny

ROOT = Path(__file__).resolve().parents[2]
LONG = 60.0
"""Seconds after which a test gives up."""


def task_of(top: Path, text: str) -> Task:
    """One unit: this text, as a repair of the tiny exercise."""
    exercise, rubric = tiny.read(top)
    hand_in(top, {"ann": text})
    return Task(
        key=f"key {text}",
        folder=exercise.folder,
        rubric=top / "rubrics/tiny.toml",
        task=task_digest(exercise, rubric),
        submission=take_in(top / "class/ann", exercise),
        seed=3,
    )


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return tiny.write(tmp_path)


def ended(crew: LocalCrew) -> Iterator[Result]:
    """Results as they come."""
    end = time.monotonic() + LONG
    while crew.busy:
        assert time.monotonic() < end
        for _, result in crew.collect(0.1):
            yield result


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def children(pid: int) -> set[int]:
    """All processes below one, as far as they can be seen."""
    found: set[int] = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            status = (folder / "status").read_text()
            if int(status.partition("PPid:")[2].split()[0]) == pid:
                found |= {int(folder.name)} | children(int(folder.name))
    return found


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def test_a_worker_that_dies_takes_its_own_unit_along(top: Path) -> None:
    with LocalCrew(2) as crew:
        crew.submit(task_of(top, LOOPS))
        crew.submit(task_of(top, RIGHT))
        doomed = next(worker for worker in crew._workers if worker.task.key.endswith(LOOPS))  # type: ignore[union-attr]
        os.kill(doomed._pid.result(timeout=LONG), signal.SIGKILL)
        results = {result.key: result for result in ended(crew)}
        assert results[f"key {RIGHT}"].points == "100"
        lost = results[f"key {LOOPS}"]
        assert (lost.fault, lost.again) == ("the worker process died", True)
        crew.submit(task_of(top, RIGHT))
        assert [result.points for result in ended(crew)] == ["100"]


def test_a_worker_that_died_while_idle_is_replaced(top: Path) -> None:
    with LocalCrew(1) as crew:
        crew.submit(task_of(top, RIGHT))
        assert [result.points for result in ended(crew)] == ["100"]
        worker = crew._workers[0]
        os.kill(worker._pid.result(timeout=LONG), signal.SIGKILL)
        wait_until(lambda: worker._pool._broken is not False)
        crew.submit(task_of(top, RIGHT))
        assert [result.again for result in ended(crew)] == [True]
        crew.submit(task_of(top, RIGHT))
        assert [result.points for result in ended(crew)] == ["100"]


def test_a_unit_that_never_ends_is_given_up(top: Path) -> None:
    with LocalCrew(1, unit_seconds=0.2) as crew:
        crew.submit(task_of(top, LOOPS))
        (result,) = ended(crew)
        assert result.fault.startswith("given up after")
        assert not result.again


def test_an_exercise_that_changed_meanwhile_is_a_fault(top: Path) -> None:
    with LocalCrew(1) as crew:
        crew.submit(replace(task_of(top, RIGHT), task="of before"))
        (result,) = ended(crew)
        assert "was changed while the batch ran" in result.fault


def test_nothing_outlives_a_parent_that_was_killed(top: Path) -> None:
    (top / "unit").write_text(LOOPS)
    parent = subprocess.Popen(
        [sys.executable, crew_parent.__file__, str(top)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"at work\n"
    family = children(parent.pid)
    assert len(family) >= 2
    parent.kill()
    parent.communicate()
    wait_until(lambda: not any(map(alive, family)))
