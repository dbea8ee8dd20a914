"""Virtual time: nobody waits. When all threads wait, the clock jumps to what comes next."""

from __future__ import annotations

import _thread
import concurrent.futures.thread as pool
import sys
import threading
import time
import types
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol

SECOND = 10**9
DAY = 86_400 * SECOND
MONOTONIC_START = 50_000 * SECOND
WALL_START = 1_740_996_000 * SECOND
"""2025-03-03 10:00:00 UTC; far from the monotonic clock, so that mixing the two shows."""

POLL = 0.001
"""Real seconds between two looks at threads that are still at work."""
STILL = 0.5
"""Real seconds after which a thread that has not moved is taken to wait for a lock."""

_real_monotonic = time.monotonic
_allocate_lock = _thread.allocate_lock


class Stalled(BaseException):
    """Everything waits, and nothing is left that could wake it, or only after the horizon.

    No `Exception`, so that a learner's `except Exception` does not hide it.
    """


class Awaited(Protocol):
    """What a thread waits for besides a time."""

    def come(self, seconds: float) -> bool:
        """Whether it has come, after so many real seconds at most; takes it."""

    def has_come(self) -> bool:
        """Whether it has come; asked by other threads, takes nothing."""


class Nothing:
    """A wait that only time ends."""

    def come(self, seconds: float) -> bool:
        """Never."""
        if seconds:
            _real_sleep(seconds)
        return False

    def has_come(self) -> bool:
        """Never."""
        return False


_real_sleep = time.sleep


class VirtualTime:
    """The clock of a process, and who waits for it. Times are nanoseconds."""

    def __init__(self) -> None:
        self.now = MONOTONIC_START
        self.wall_offset = WALL_START - MONOTONIC_START
        self.horizon = MONOTONIC_START + DAY
        self.suspended = False
        self._waits: dict[int, tuple[int | None, Awaited]] = {}
        self._lock = _allocate_lock()
        self._still: dict[int, tuple[int, int, float]] = {}

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Somebody else's scheduler has the threads, and the clock."""
        before, self.suspended = self.suspended, True
        try:
            yield
        finally:
            self.suspended = before

    @contextmanager
    def until(self, horizon: int) -> Iterator[None]:
        """A jump past `horizon` raises Stalled."""
        before, self.horizon = self.horizon, horizon
        try:
            yield
        finally:
            self.horizon = before

    def wait(self, awaited: Awaited, deadline: int | None) -> bool:
        """Until `awaited` comes, or the clock reaches `deadline`; whether it came.

        Raises Stalled, in the main thread only, when that can never be.
        """
        me = _thread.get_ident()
        self._waits[me] = (deadline, awaited)
        try:
            while True:
                if awaited.come(0.0):
                    return True
                with self._lock:
                    if deadline is not None and self.now >= deadline:
                        return False
                    jumped = self._all_wait(me) and self._jump()
                if not jumped:
                    self._despair_of(me)
                    if awaited.come(POLL):
                        return True
        finally:
            del self._waits[me]

    def _jump(self) -> bool:
        """To the earliest deadline of all; False when there is none before the horizon."""
        deadline = self._next_deadline()
        if deadline is None or deadline > self.horizon:
            return False
        self.now = max(self.now, deadline)
        return True

    def _next_deadline(self) -> int | None:
        deadlines = [deadline for deadline, _ in self._waits.values() if deadline is not None]
        return min(deadlines, default=None)

    def _despair_of(self, me: int) -> None:
        if me != threading.main_thread().ident or not self._all_wait(me):
            return
        deadline = self._next_deadline()
        if deadline is None:
            raise Stalled("everything waits, and nothing is left that could wake it")
        if deadline > self.horizon:
            seconds = (self.now - MONOTONIC_START) // SECOND
            raise Stalled(f"it still waits after {seconds} seconds")

    def _all_wait(self, me: int) -> bool:
        frames = sys._current_frames()
        if threading._limbo or _thread._count() + 1 != len(frames):  # type: ignore[attr-defined]
            return False  # one begins or ends: it has no frame
        return len(frames) == 1 or all(
            self._waits_for_time(ident) if ident in self._waits else self._is_parked(ident, frame)
            for ident, frame in frames.items()
            if ident != me
        )

    def _waits_for_time(self, ident: int) -> bool:
        """Whether a registered wait goes on: neither due nor about to end."""
        deadline, awaited = self._waits.get(ident, (0, Nothing()))
        return (deadline is None or deadline > self.now) and not awaited.has_come()

    def _is_parked(self, ident: int, frame: types.FrameType) -> bool:
        """Whether a thread that has not registered waits for another one."""
        code = frame.f_code
        if code is _JOINING:
            lock = frame.f_locals.get("lock")
            return lock is not None and lock.locked()
        if code is _POOLED:
            executor = frame.f_locals["executor_reference"]()
            ends = executor is None or executor._shutdown
            return not ends and all(item.started for item in list(WorkItem.known))
        seen, now = (id(frame), frame.f_lasti), _real_monotonic()
        before = self._still.get(ident)
        if before is None or before[:2] != seen:
            self._still[ident] = (*seen, now)
            return False
        return now - before[2] >= STILL


_JOINING = threading.Thread._wait_for_tstate_lock.__code__  # type: ignore[attr-defined]
_POOLED = pool._worker.__code__


class WorkItem(pool._WorkItem[Any]):
    """A call that a thread pool was given; its threads are idle while all calls have started."""

    known: ClassVar[weakref.WeakSet[WorkItem]] = weakref.WeakSet()

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.started = False
        self.known.add(self)

    def run(self) -> None:
        """Make the call."""
        self.started = True
        super().run()
