"""The trusted end of one fork: frames to it, frames from it, and its end."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import time
from collections.abc import Callable
from typing import Any

from grader.errors import BoxError
from grader.sandbox import wire
from grader.sandbox.request import Died, Hang, Outcome, Request, Violation

CHUNK = 1 << 16
FLOOD = 16 << 20
ANSWER_SECONDS = 10.0
PATIENCE = 10
LAST_WORDS = 1.0
"""Seconds for a process whose pipes have closed to end by itself, so that its end tells why."""


class Running:
    """One fork. Not thread-safe; `finish` must be called, or use it as a context manager."""

    def __init__(
        self, request: Request, ends: dict[str, int], order: Callable[[str], None]
    ) -> None:
        """`order("kill")` and `order("look")` reach the warm process; it answers on `status`."""
        self._request = request
        self._ends = ends
        self._order = order
        self._selector = selectors.DefaultSelector()
        self._kept: dict[str, bytearray] = {name: bytearray() for name in ("stdout", "stderr")}
        self._seen = 0
        self._truncated = False
        self._replies = bytearray()
        self._status = bytearray()
        self._stdin = memoryview(request.stdin)
        self._outcome: Outcome | None = None
        self._broken: BoxError | None = None
        for name in ("stdout", "stderr", "replies", "status"):
            os.set_blocking(ends[name], False)
            self._selector.register(ends[name], selectors.EVENT_READ, name)
        if self._stdin:
            os.set_blocking(ends["stdin"], False)
            self._selector.register(ends["stdin"], selectors.EVENT_WRITE, "stdin")
        else:
            os.close(ends.pop("stdin"))

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(BoxError):
            self.finish(grace=0)

    def send(self, message: dict[str, Any]) -> None:
        """Write one frame. Violation when there are bytes that nobody asked for."""
        if "requests" not in self._ends:
            raise Died("the process has ended", self._outcome)
        self._pump(0)
        if self._replies:
            raise Violation("bytes on the reply pipe before a request")
        os.set_blocking(self._ends["requests"], True)
        try:
            view = memoryview(wire.pack(message))
            while view:
                view = view[os.write(self._ends["requests"], view) :]
        except BrokenPipeError:
            raise Died("the process ended", self.finish(LAST_WORDS)) from None

    def receive(self, seconds: float, still: float | None = None) -> dict[str, Any]:
        """The next frame, strictly decoded. Raises Hang, Died or Violation.

        `seconds` is time that the process could use: while the machine is too busy to run it, the
        clock stands still, for PATIENCE times as long at most. With `still`, it is also a Hang
        when the process has neither run nor waited for a processor for about so many seconds.
        """
        started = time.monotonic()
        deadline = started + seconds
        meter = Meter(seconds)
        rest = Rest(started, still / 2) if still is not None else None
        while True:
            frame = self._frame()
            if frame is not None:
                return frame
            if "replies" not in self._ends or "status" not in self._ends:
                self._pump(0)
                frame = self._frame()
                if frame is not None:
                    return frame
                raise Died("the process ended instead of replying", self.finish(LAST_WORDS))
            now = time.monotonic()
            if rest is not None and now >= rest.due and rest.lasts(now, *self._look()):
                self._order("kill")
                raise Hang("nothing in it moved any more", self.finish())
            if now >= deadline:
                left = meter.left(now - started, *self._look())
                if left <= 0 or now > started + seconds * PATIENCE:
                    self._order("kill")
                    message = f"no reply within {seconds:g} seconds"
                    raise Hang(message, self.finish(), starved=left > 0)
                deadline = now + left
            due = deadline if rest is None else min(deadline, rest.due)
            self._pump(max(due - time.monotonic(), 0.0))

    def _look(self) -> tuple[float, float]:
        """Seconds of processor time that the fork has had, and has waited for, so far."""
        seen = self._status.count(b"\n")
        self._order("look")
        deadline = time.monotonic() + ANSWER_SECONDS
        while "status" in self._ends and self._status.count(b"\n") == seen:
            if time.monotonic() > deadline:
                raise BoxError("sandbox: the warm process does not answer; try again")
            self._pump(0.05)
        told = self._told()
        return float(told.get("cpu", 0.0)), float(told.get("delay", 0.0))

    def _told(self) -> dict[str, Any]:
        """The last whole line that the warm process wrote about the fork."""
        lines = self._status.decode().splitlines()
        told: dict[str, Any] = json.loads(lines[-1]) if lines else {}
        return told

    def finish(self, grace: float = 0.0) -> Outcome:
        """Wait `grace` seconds for the fork to end by itself, then end it; its outcome."""
        if self._outcome is not None:
            return self._outcome
        if self._broken is not None:
            raise self._broken
        if "requests" in self._ends:
            os.close(self._ends.pop("requests"))
        deadline = time.monotonic() + grace
        while "status" in self._ends and (left := deadline - time.monotonic()) > 0:
            self._pump(left)
        if "status" in self._ends:
            self._order("kill")
        self._drain()
        for end in self._ends.values():
            os.close(end)
        self._ends.clear()
        self._selector.close()
        try:
            self._outcome = self._judge()
        except BoxError as error:
            self._broken = error
            raise
        return self._outcome

    def _drain(self) -> None:
        """After the end: what is still in the pipes, and the outcome."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while "status" in self._ends:
            if time.monotonic() > deadline:
                raise BoxError("sandbox: the warm process does not answer; try again")
            self._pump(0.2)
        self._pump(0)

    def _judge(self) -> Outcome:
        lines = [json.loads(line) for line in self._status.decode().splitlines()]
        for line in lines:
            if "fault" in line:
                raise BoxError(f"sandbox: {line['fault']}")
        if not lines or "ended" not in lines[-1]:
            raise BoxError("sandbox: the warm process ended unexpectedly")
        told = lines[-1]
        return Outcome(
            ended="output" if self._seen > FLOOD else told["ended"],
            code=told["code"],
            stdout=bytes(self._kept["stdout"]),
            stderr=bytes(self._kept["stderr"]),
            truncated=self._truncated,
            trailing=bool(self._replies),
            cpu_seconds=told["cpu"],
            wall_seconds=told["wall"],
            delay_seconds=told["delay"],
            peak_mib=told["peak"],
        )

    def _frame(self) -> dict[str, Any] | None:
        size = wire.HEADER.size
        if len(self._replies) < size:
            return None
        (length,) = wire.HEADER.unpack_from(self._replies)
        if length > wire.MAX_FRAME:
            raise Violation(f"a reply claims {length} bytes")
        if len(self._replies) < size + length:
            return None
        body = bytes(self._replies[size : size + length])
        del self._replies[: size + length]
        try:
            return wire.unpack(body)
        except wire.WireError as error:
            raise Violation(str(error)) from None

    def _pump(self, seconds: float) -> None:
        """Move what is ready. Output beyond the cap is read and thrown away, up to FLOOD."""
        for key, _ in self._selector.select(seconds):
            name: str = key.data
            if name == "stdin":
                self._feed()
                continue
            data = self._read(key.fd)
            if data is None:
                continue
            if not data:
                self._close(name)
            elif name == "status":
                self._status += data
            elif name == "replies":
                self._replies += data
                if len(self._replies) > 2 * wire.MAX_FRAME:
                    self._order("kill")
                    self._close(name)
            else:
                self._keep(name, data)

    def _keep(self, name: str, data: bytes) -> None:
        kept = self._kept[name]
        room = self._request.limits.output_bytes - len(kept)
        kept += data[: max(room, 0)]
        self._truncated = self._truncated or len(data) > room
        before, self._seen = self._seen, self._seen + len(data)
        if before <= FLOOD < self._seen:
            self._order("kill")

    def _feed(self) -> None:
        with contextlib.suppress(BlockingIOError):
            try:
                self._stdin = self._stdin[os.write(self._ends["stdin"], self._stdin[:CHUNK]) :]
            except BrokenPipeError:
                self._stdin = self._stdin[:0]
        if not self._stdin:
            self._close("stdin")

    def _close(self, name: str) -> None:
        end = self._ends.pop(name)
        self._selector.unregister(end)
        os.close(end)

    @staticmethod
    def _read(fd: int) -> bytes | None:
        try:
            return os.read(fd, CHUNK)
        except BlockingIOError:
            return None


class Rest:
    """Whether a process rests: between two looks it had no processor, and wanted none."""

    TICK = 0.002
    """Seconds of processor time that waking up to look at a clock may take."""

    def __init__(self, started: float, every: float) -> None:
        self._every = every
        self._seen: tuple[float, float] | None = None
        self.due = started + every

    def lasts(self, now: float, cpu: float, delay: float) -> bool:
        """Whether nothing was used since the last look; a first look never says so."""
        before, self._seen = self._seen, (cpu, delay)
        self.due = now + self._every
        return before is not None and all(
            after - earlier < self.TICK for after, earlier in zip(self._seen, before, strict=True)
        )


class Meter:
    """How much of its time a process could really use, from looks at it.

    Used is the time that passed less the time in which it was ready and had no processor, or the
    processor time that it had, whichever is more: what spins in eight threads makes itself wait.
    What was used before the first look is not known to belong to this call, and not counted.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._first: tuple[float, float, float] | None = None
        self._credit = 0.0

    def left(self, passed: float, cpu: float, delay: float) -> float:
        """Seconds that the process may still use, `passed` seconds after the call."""
        if self._first is None:
            self._first = passed, cpu, delay
            self._credit = passed - min(delay, passed)
        before, cpu_before, delay_before = self._first
        waited = delay - delay_before
        used = self._credit + max(passed - before - waited, cpu - cpu_before)
        return self._seconds - used
