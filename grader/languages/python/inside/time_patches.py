"""Puts virtual time where Python programs look for the time, or wait for it."""

from __future__ import annotations

import _thread
import concurrent.futures.thread as pool
import ctypes
import datetime
import gc
import math
import selectors
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from grader.languages.python.inside import frontrun_bridge
from grader.languages.python.inside.virtual_time import SECOND, Nothing, VirtualTime, WorkItem

FOREVER = float(2**63 // SECOND)
"""What `time.sleep` takes at most."""
_UNTOUCHED = ("grader", "frontrun")
_MONOTONIC = {"CLOCK_MONOTONIC", "CLOCK_MONOTONIC_RAW", "CLOCK_MONOTONIC_COARSE", "CLOCK_BOOTTIME"}
_WALL = {"CLOCK_REALTIME", "CLOCK_REALTIME_COARSE", "CLOCK_TAI"}

_real = {
    name: getattr(time, name)
    for name in (
        "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns",
        "sleep", "localtime", "gmtime", "ctime", "asctime", "strftime",
        "clock_gettime", "clock_gettime_ns",
    )
}  # fmt: skip
_allocate_lock = _thread.allocate_lock


def install(virtual: VirtualTime) -> None:
    """From now on this process lives in virtual time. There is no way back: it is a fork."""
    frontrun_bridge.leave_clocks_alone()
    functions = {**_clocks(virtual), "sleep": _sleeper(virtual)}
    replaced = {id(_real[name]): function for name, function in functions.items()}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] not in _UNTOUCHED:
            _rebind(vars(module), replaced)
    _patch_datetime(virtual)
    _patch_selectors(virtual)
    _patch_conditions(virtual)
    pool.__dict__["_WorkItem"] = WorkItem


def _rebind(names: dict[str, Any], replaced: dict[int, Any]) -> None:
    for name, value in list(names.items()):
        if id(value) in replaced:
            names[name] = replaced[id(value)]


def _clocks(virtual: VirtualTime) -> dict[str, Callable[..., Any]]:
    def monotonic_ns() -> int:
        if not virtual.suspended:
            return virtual.now
        return virtual.now + round((frontrun_bridge.elapsed() or 0) * SECOND)

    def time_ns() -> int:
        return monotonic_ns() + virtual.wall_offset

    def monotonic() -> float:
        return monotonic_ns() / SECOND

    def now() -> float:
        return time_ns() / SECOND

    def broken_down(name: str) -> Callable[..., Any]:
        real = _real[name]
        return lambda seconds=None: real(now() if seconds is None else seconds)

    def asctime(*given: Any) -> Any:
        return _real["asctime"](*given or (_real["localtime"](now()),))

    def strftime(form: str, *given: Any) -> Any:
        return _real["strftime"](form, *given or (_real["localtime"](now()),))

    def clock_gettime_ns(clock: int) -> Any:
        if clock in _numbers(_MONOTONIC):
            return monotonic_ns()
        return time_ns() if clock in _numbers(_WALL) else _real["clock_gettime_ns"](clock)

    return {
        "time": now, "time_ns": time_ns,
        "monotonic": monotonic, "monotonic_ns": monotonic_ns,
        "perf_counter": monotonic, "perf_counter_ns": monotonic_ns,
        "localtime": broken_down("localtime"), "gmtime": broken_down("gmtime"),
        "ctime": broken_down("ctime"), "asctime": asctime, "strftime": strftime,
        "clock_gettime_ns": clock_gettime_ns,
        "clock_gettime": lambda clock: clock_gettime_ns(clock) / SECOND,
    }  # fmt: skip


def _numbers(names: set[str]) -> set[int]:
    return {getattr(time, name) for name in names if hasattr(time, name)}


def _sleeper(virtual: VirtualTime) -> Callable[[float], None]:
    def sleep(seconds: float) -> None:
        if not isinstance(seconds, int | float) or not 0 < seconds < FOREVER:
            _real["sleep"](seconds)  # nothing to wait for, or an error that is Python's to tell
        else:
            pass_time(virtual, seconds)

    return sleep


def pass_time(virtual: VirtualTime, seconds: float) -> None:
    """Let the calling thread wait in virtual time, or in that of the search it is part of."""
    deadline = virtual.now + nanoseconds(seconds)
    if not virtual.suspended:
        virtual.wait(Nothing(), deadline)
    elif not frontrun_bridge.sleep(seconds):  # between two searches: nobody else is there
        virtual.now = deadline


def nanoseconds(seconds: float) -> int:
    """Rounded up: whoever waited so long must not wake a moment too early."""
    return math.ceil(seconds * SECOND)


def _patch_datetime(virtual: VirtualTime) -> None:
    """`now` and `utcnow` ask the system and no Python function; `today` asks `time.time`.

    The types stay what they are: a subclass in their place would break `isinstance`, `pickle`
    and every module that has imported them.
    """

    def now(cls: Any, tz: Any = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    def utcnow(cls: Any) -> Any:
        return cls.utcfromtimestamp(time.time())

    names = gc.get_referents(datetime.datetime.__dict__)[0]  # the dict behind the read-only view
    names.update(now=classmethod(now), utcnow=classmethod(utcnow))
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.datetime))


class _Events:
    """What a selector has found."""

    def __init__(self, select: Callable[..., Any], selector: Any) -> None:
        self._select = select
        self._selector = selector
        self.found: list[Any] = []

    def come(self, seconds: float) -> bool:
        self.found = self._select(self._selector, seconds)
        return bool(self.found)

    def has_come(self) -> bool:
        return bool(self._select(self._selector, 0))


def _patch_selectors(virtual: VirtualTime) -> None:
    """Event loops wait in a selector."""
    kinds = (getattr(selectors, name + "Selector", None) for name in ("Select", "Poll", "Epoll"))
    for kind in kinds:
        if kind is not None:
            kind.select = _virtual_select(virtual, kind.select)


def _virtual_select(virtual: VirtualTime, real: Callable[..., Any]) -> Callable[..., Any]:
    def select(self: Any, timeout: float | None = None) -> Any:
        if virtual.suspended or (timeout is not None and timeout <= 0):
            return real(self, timeout)
        events = _Events(real, self)
        deadline = None if timeout is None else virtual.now + nanoseconds(timeout)
        virtual.wait(events, deadline)
        return events.found

    return select


class _Waiter:
    """The lock that a condition's waiter holds until it is notified."""

    def __init__(self, lock: Any) -> None:
        self._lock = lock

    def come(self, seconds: float) -> bool:
        return bool(self._lock.acquire(timeout=seconds) if seconds else self._lock.acquire(False))

    def has_come(self) -> bool:
        return not self._lock.locked()


def _patch_conditions(virtual: VirtualTime) -> None:
    """Events, queues, semaphores, barriers, timers and futures wait in a condition."""
    real = threading.Condition.__dict__["wait"]

    def wait(self: Any, timeout: float | None = None) -> bool:
        if virtual.suspended or (timeout is not None and timeout <= 0):
            return bool(real(self, timeout))
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        lock = _allocate_lock()
        lock.acquire()
        self._waiters.append(lock)
        deadline = None if timeout is None else virtual.now + nanoseconds(timeout)
        held = self._release_save()
        notified = False
        try:
            notified = virtual.wait(_Waiter(lock), deadline)
        finally:
            self._acquire_restore(held)
            if not notified and lock in self._waiters:
                self._waiters.remove(lock)
        return notified

    threading.Condition.wait = wait  # type: ignore[method-assign]
