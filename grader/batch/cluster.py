"""Workers of a Dask cluster: the same units, the same worker processes, on many machines.

A Dask worker gives each unit to a `LocalCrew` of its own, so that a unit fares there as it does on
this machine: same process, same deadline, same end. The exercise travels along, once a worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import platform
import re
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from multiprocessing import util
from pathlib import Path
from typing import Any

from distributed import Client, Future, KilledWorker, Security, get_worker, wait
from distributed.comm.core import connect

from grader.batch.crew import UNIT_SECONDS, LocalCrew
from grader.batch.keys import program
from grader.batch.work import Result, Task
from grader.errors import GraderError, UsageError
from grader.load.digests import files_below
from grader.load.names import display

AHEAD = 8
"""Units handed over for each thread of the cluster: one is worked at, the others wait.

A cluster that grows with its load asks for as many threads as it holds seconds of work, over five
(`distributed.adaptive.target-duration`). A unit takes one or two, so two units a thread held it at
the size it had.
"""
CONNECT_SECONDS = 20.0
LONELY_SECONDS = 300.0
"""So long a cluster may be without any worker before the run gives up."""
_LOOK_SECONDS = 2.0
_ADDRESS = re.compile(r"(tcp|tls|ws|wss|ucx)://[^/\s]+:\d{1,5}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """An exercise and its rubric as bytes, by paths relative to the exercise and file name."""

    task: str
    name: str
    files: tuple[tuple[str, bytes], ...]
    rubric: tuple[str, bytes]


class DaskCrew:
    """The workers of the Dask scheduler at `address`, such as `tcp://host:8786`.

    TLS, time-outs and the rest are Dask's own configuration. Raises UsageError when nobody answers.
    """

    def __init__(self, address: str, *, unit_seconds: float = UNIT_SECONDS) -> None:
        if not _ADDRESS.fullmatch(address):
            raise UsageError(
                f"no Dask scheduler at {display(address)}: write tcp://host:port or tls://host:port"
            )
        self._address = address
        self._unit_seconds = unit_seconds
        try:
            asyncio.run(_knock(address))
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except Exception as error:
            # No certificate is a TypeError, another protocol an AssertionError, and what a web
            # server says is taken for a length: MemoryError. Dask promises no class.
            told = f"no Dask scheduler at {display(address)}: {_why(error)}"
            raise UsageError(told) from error
        self._pending: dict[Future[Any], Task] = {}
        self._bundles: dict[str, Future[Any]] = {}
        self._threads = 0
        self._looked = self._last_seen = time.monotonic()
        self._look()

    @property
    def room(self) -> int:
        """How many more units the cluster may be given; one at least waits for a first worker."""
        return max(1, AHEAD * self._threads) - len(self._pending)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return bool(self._pending)

    def submit(self, task: Task) -> None:
        """Queue a task at the scheduler, which gives it to another worker if one is lost."""
        future = self._client.submit(
            unit,
            task,
            self._bundle(task),
            program(),
            self._unit_seconds,
            key=f"unit-{task.key[:16]}-{uuid.uuid4().hex}",
            pure=False,
        )
        self._pending[future] = task

    def collect(self, seconds: float) -> list[tuple[Task, Result]]:
        """What is finished; see `Crew`. Raises GraderError when the cluster is gone."""
        with self._client.as_current(), contextlib.suppress(TimeoutError, CancelledError):
            wait(list(self._pending), timeout=seconds, return_when="FIRST_COMPLETED")
        dropped = any(future.cancelled() for future in self._pending)
        if dropped or time.monotonic() - self._looked > _LOOK_SECONDS:
            self._look()
        found = [(self._pending.pop(done), done) for done in list(self._pending) if done.done()]
        return [(task, _outcome(task, done)) for task, done in found]

    def close(self) -> None:
        """Leave the cluster; what it still has to do for this run is dropped."""
        with contextlib.suppress(Exception):
            # The scheduler may be gone already, and then so is the work.
            self._client.cancel(list(self._pending), force=True)
        self._pending.clear()
        self._bundles.clear()
        self._client.close(timeout=CONNECT_SECONDS)

    def _bundle(self, task: Task) -> Future[Any]:
        """The exercise at the scheduler: made again by Dask when a worker takes it away."""
        if task.task not in self._bundles:
            self._bundles[task.task] = self._client.submit(
                _same, bundle_of(task), key=f"exercise-{task.task}"
            )
        return self._bundles[task.task]

    def _look(self) -> None:
        """Count the cluster's threads. Raises GraderError when it is gone for good."""
        self._looked = time.monotonic()
        if self._client.status != "running":
            raise GraderError(
                f"the Dask scheduler at {display(self._address)} is gone; all that was graded is "
                "kept, and the same command goes on"
            )
        self._threads = sum(self._client.nthreads().values())
        if self._threads:
            self._last_seen = self._looked
        elif self._looked - self._last_seen > LONELY_SECONDS:
            raise GraderError(
                f"the cluster at {display(self._address)} has had no worker for "
                f"{LONELY_SECONDS / 60:.0f} minutes; all that was graded is kept"
            )


async def _knock(address: str) -> None:
    """Shake hands. A `Client` waits for ever at a mute port, and leaves a thread when it fails."""
    with_what = Security().get_connection_args("client")
    async with asyncio.timeout(CONNECT_SECONDS + 1):  # Dask's own time, and a second to say so
        comm = await connect(address, timeout=CONNECT_SECONDS, **with_what)
        await comm.close()


def _why(error: Exception) -> str:
    if str(error):
        return display(str(error).splitlines()[0], 200)
    return "no answer" if isinstance(error, TimeoutError) else "something else answers there"


def bundle_of(task: Task) -> Bundle:
    """Read an exercise and its rubric from this machine."""
    return Bundle(
        task=task.task,
        name=task.folder.name,
        files=tuple(
            (path.relative_to(task.folder).as_posix(), path.read_bytes())
            for path in files_below(task.folder)
        ),
        rubric=(task.rubric.name, task.rubric.read_bytes()),
    )


def unit(task: Task, bundle: Bundle, version: str, unit_seconds: float) -> Result:
    """Grade one unit; runs in a thread of a Dask worker."""
    if program() != version:
        told = f"the worker on {platform.node()} has another version of grader: install this one"
        return Result(key=task.key, fault=told)
    folder, rubric = _placed(bundle)
    crew = _crew(unit_seconds)
    crew.submit(replace(task, folder=folder, rubric=rubric))
    return next(_results(crew))


def _results(crew: LocalCrew) -> Iterator[Result]:
    while crew.busy:
        for _, result in crew.collect(1.0):
            yield result


def _same(bundle: Bundle) -> Bundle:
    return bundle


def _outcome(task: Task, done: Future[Any]) -> Result:
    if done.status == "finished":
        result = done.result()
        assert isinstance(result, Result)
        return result
    if done.status == "error":
        error = done.exception()
        if isinstance(error, KilledWorker):
            return Result(key=task.key, fault="the workers that had this unit died, one by one")
        told = f"the worker failed: {type(error).__name__}: {error}"
        return Result(key=task.key, fault=display(told, 300), again=True)
    return Result(key=task.key, fault="the cluster dropped this unit", again=True)


_here = threading.local()
_shelf: dict[str, tuple[Path, Path]] = {}
_shelving = threading.Lock()
_space: tempfile.TemporaryDirectory[str] | None = None


def _crew(unit_seconds: float) -> LocalCrew:
    """The worker process of this thread; LocalCrew replaces it as it does anywhere."""
    if not hasattr(_here, "crew"):
        # Dask's nanny makes its workers daemons, which may have no children, so that nothing is
        # left when they are killed. Ours end by themselves then: see `work.open_worker`.
        multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
        _here.crew = LocalCrew(1, unit_seconds=unit_seconds)
        # A process of multiprocessing waits for its children before it ends a pool by itself;
        # this has to come before its queues are closed (priority 10).
        util.Finalize(None, _here.crew.close, exitpriority=100)
    crew = _here.crew
    assert isinstance(crew, LocalCrew)
    return crew


def _placed(bundle: Bundle) -> tuple[Path, Path]:
    """The folder of the exercise and the file of the rubric on this machine, written once."""
    global _space  # one folder a process, gone with it
    with _shelving:
        if bundle.task not in _shelf:
            if _space is None:
                _space = tempfile.TemporaryDirectory(prefix="grader-exercises-", dir=_home())
            root = Path(_space.name, bundle.task)
            folder = root / "exercises" / bundle.name
            for name, content in bundle.files:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            rubric = root / bundle.rubric[0]
            rubric.write_bytes(bundle.rubric[1])
            _shelf[bundle.task] = (folder, rubric)
        return _shelf[bundle.task]


def _home() -> str | None:
    """The folder of the Dask worker, which the next worker clears away if this one is killed."""
    try:
        return get_worker().local_directory
    except ValueError:  # this is no worker
        return None
