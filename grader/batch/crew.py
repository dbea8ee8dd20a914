"""Worker processes of this machine. A worker that dies or hangs takes only its own unit along."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol

from grader.batch.work import Result, Task, open_worker, work
from grader.sandbox.rungs import RungName

UNIT_SECONDS = 900.0
"""A unit that takes longer is given up. Every limit of an exercise is far below."""
UNITS_PER_WORKER = 1_000
"""Then a worker is replaced, whatever it may have gathered by then."""


class Crew(Protocol):
    """Something that grades units, several at a time."""

    @property
    def room(self) -> int:
        """How many more tasks may be handed over now."""

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""

    def submit(self, task: Task) -> None:
        """Hand over a task; only while there is room."""

    def collect(self, seconds: float) -> list[tuple[Task, Result]]:
        """What has been finished, waiting at most so long for the first. Faults are results."""

    def close(self) -> None:
        """End all workers, and what they are doing."""


class _Worker:
    """One process, kept for many units, and the unit that it is at."""

    def __init__(self, rung: RungName | None) -> None:
        context = get_context("forkserver")
        # What a worker needs is imported once, by the server that all workers are forks of.
        context.set_forkserver_preload(["grader.batch.work"])
        self._pool = ProcessPoolExecutor(
            1, mp_context=context, initializer=open_worker, initargs=(rung,)
        )
        self._pid = self._pool.submit(os.getpid)
        self.units = 0
        self.task: Task | None = None
        self.future: Future[Result] | None = None
        self.deadline = 0.0

    def begin(self, task: Task, seconds: float) -> None:
        self.units += 1
        self.task = task
        try:
            self.future = self._pool.submit(work, task)
        except BrokenProcessPool as error:  # it died while it was idle
            self.future = Future()
            self.future.set_exception(error)
        self.deadline = time.monotonic() + seconds

    def kill(self) -> None:
        with contextlib.suppress(BrokenProcessPool, OSError, TimeoutError):
            os.kill(self._pid.result(timeout=30), signal.SIGKILL)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class LocalCrew:
    """`jobs` workers on this machine. Use it as a context manager."""

    def __init__(
        self, jobs: int, *, rung: RungName | None = None, unit_seconds: float = UNIT_SECONDS
    ) -> None:
        self._jobs = jobs
        self._rung = rung
        self._unit_seconds = unit_seconds
        self._workers: list[_Worker] = []

    def __enter__(self) -> LocalCrew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def room(self) -> int:
        """The number of idle workers."""
        return self._jobs - sum(worker.future is not None for worker in self._workers)

    @property
    def busy(self) -> bool:
        """Whether a worker is at a unit."""
        return self.room < self._jobs

    def submit(self, task: Task) -> None:
        """Give a task to an idle worker, or to a new one."""
        worker = next((each for each in self._workers if each.future is None), None)
        if worker is not None and worker.units >= UNITS_PER_WORKER:
            self._workers.remove(worker)
            worker.close()
            worker = None
        if worker is None:
            worker = _Worker(self._rung)
            self._workers.append(worker)
        worker.begin(task, self._unit_seconds)

    def collect(self, seconds: float) -> list[tuple[Task, Result]]:
        """What is finished, or was given up; see `Crew`."""
        pending = [worker.future for worker in self._workers if worker.future is not None]
        wait(pending, timeout=seconds, return_when=FIRST_COMPLETED)
        found = []
        for worker in list(self._workers):
            result = self._finished(worker)
            if result is not None:
                assert worker.task is not None
                found.append((worker.task, result))
                worker.task = worker.future = None
        return found

    def _finished(self, worker: _Worker) -> Result | None:
        assert worker.task is None or worker.future is not None
        if worker.task is None or worker.future is None:
            return None
        if worker.future.done():
            try:
                return worker.future.result()
            except BrokenProcessPool:
                self._workers.remove(worker)
                worker.close()
                return Result(key=worker.task.key, fault="the worker process died", again=True)
        if time.monotonic() > worker.deadline:
            self._workers.remove(worker)
            worker.kill()
            waited = f"{self._unit_seconds:.0f} s"
            return Result(key=worker.task.key, fault=f"given up after {waited} of grading")
        return None

    def close(self) -> None:
        """End all workers; a unit that one is at is dropped."""
        workers, self._workers = self._workers, []
        for worker in workers:
            if worker.future is not None and not worker.future.done():
                worker.kill()
            else:
                worker.close()
