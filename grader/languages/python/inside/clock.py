"""Time for scenarios: `from grader_box import clock`, in a test with `prepare("clock")`.

Nothing sleeps: a wait ends at once, and the clock stands where it would have ended. Seconds are
virtual and exact to the nanosecond.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

from grader.languages.python.inside import time_patches
from grader.languages.python.inside.memory import SUBMISSION
from grader.languages.python.inside.virtual_time import (
    MONOTONIC_START,
    SECOND,
    Stalled,
    VirtualTime,
)

__all__ = ["Stalled", "advance", "now", "observe", "run", "set_wall_clock_back"]

HORIZON = 86_400.0
MAX_PLACES = 8
_virtual = VirtualTime()


def prepare() -> None:
    """From now on the process lives in virtual time."""
    time_patches.install(_virtual)


def suspend() -> Any:
    """While a search for interleavings has the threads, it has the clock as well."""
    return _virtual.suspend()


def now() -> float:
    """Seconds since the submission was loaded."""
    return (_virtual.now - MONOTONIC_START) / SECOND


def advance(seconds: float) -> None:
    """Let time pass; threads that wait for some moment of it run at that moment.

    In an exploration it ages what `setup` made, and is a step when a worker calls it.
    """
    if seconds > 0:
        time_patches.pass_time(_virtual, seconds)


def set_wall_clock_back(seconds: float) -> None:
    """Set the wall clock as an administrator would: no time passes. Negative: set it forward."""
    _virtual.wall_offset -= time_patches.nanoseconds(seconds)


def run(main: Coroutine[Any, Any, Any], *, horizon: float = HORIZON) -> Any:
    """`asyncio.run` in virtual time: what `main` returns or raises.

    Raises Stalled when all tasks wait and no timer, thread or event is left that could wake one,
    or when more than `horizon` seconds pass. It tells where they wait in the submission.
    """
    return _Run(main, horizon).result()


def observe(main: Coroutine[Any, Any, Any], *, horizon: float = HORIZON) -> dict[str, Any]:
    """Run `main` and tell what happened, whatever it was, as plain data.

    One of `value` (as it is), `raised` (`[class name, text]`) and `stalled` (where tasks wait in
    the submission, `file:line in function`); always `seconds`, and `pending`: how many tasks were
    neither done nor cancelled when `main` ended.
    """
    running = _Run(main, horizon)
    began = now()
    told: dict[str, Any] = {}
    try:
        told["value"] = running.result()
    except Stalled:
        told["stalled"] = running.places
    except (Exception, asyncio.CancelledError) as error:
        told["raised"] = [type(error).__name__, str(error)[:300]]
    return {**told, "seconds": running.ended - began, "pending": running.pending}


class _Run:
    """One event loop, from its first task to the cancelling of its last."""

    def __init__(self, main: Coroutine[Any, Any, Any], horizon: float) -> None:
        self._main = main
        self._horizon = _virtual.now + time_patches.nanoseconds(horizon)
        self.places: list[str] = []
        self.pending = 0
        self.ended = now()

    def result(self) -> Any:
        with _virtual.until(self._horizon):
            runner = asyncio.Runner()
            loop = runner.get_loop()
            try:
                return runner.run(self._main)
            except Stalled as stalled:
                self.places = list(_places(loop))
                where = f": {'; '.join(self.places)}" if self.places else ""
                raise Stalled(f"{stalled}{where}") from None
            finally:
                self.ended = now()
                self.pending = sum(not task.done() for task in asyncio.all_tasks(loop))
                _close(runner)


def _close(runner: asyncio.Runner) -> None:
    """Cancel what is left; a task that will not be cancelled is left where it is."""
    try:
        runner.close()
    except Stalled:
        return


def _places(loop: asyncio.AbstractEventLoop) -> Iterator[str]:
    """Where the tasks wait, each place once."""
    counts: dict[str, int] = {}
    for task in asyncio.all_tasks(loop):
        place = _place(task.get_coro())
        if place:
            counts[place] = counts.get(place, 0) + 1
    for place, count in sorted(counts.items())[:MAX_PLACES]:
        yield f"{place} ({count} tasks)" if count > 1 else place


def _place(awaited: Any) -> str:
    """The innermost line of the submission in a chain of coroutines; empty when there is none."""
    place = ""
    while awaited is not None:
        frame = getattr(awaited, "cr_frame", None) or getattr(awaited, "ag_frame", None)
        if frame is not None and frame.f_code.co_filename.startswith(SUBMISSION):
            file = frame.f_code.co_filename.removeprefix(SUBMISSION)
            place = f"{file}:{frame.f_lineno} in {frame.f_code.co_name}"
        awaited = getattr(awaited, "cr_await", None) or getattr(awaited, "ag_await", None)
    return place
