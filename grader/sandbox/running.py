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
LAST_WORDS = 1.0
"""Seconds for a process whose pipes have closed to end by itself, so that its end tells why."""


class Running:
    """One fork. Not thread-safe; `finish` must be called, or use it as a context manager."""

    def __init__(self, request: Request, ends: dict[str, int], kill: Callable[[], None]) -> None:
        self._request = request
        self._ends = ends
        self._kill = kill
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

    def receive(self, seconds: float) -> dict[str, Any]:
        """The next frame, strictly decoded. Raises Hang, Died or Violation."""
        deadline = time.monotonic() + seconds
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
            left = deadline - time.monotonic()
            if left <= 0:
                self._kill()
                raise Hang(f"no reply within {seconds:g} seconds", self.finish())
            self._pump(left)

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
            self._kill()
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
        try:
            told, _ = json.JSONDecoder().raw_decode(self._status.decode())
        except ValueError:
            raise BoxError("sandbox: the warm process ended unexpectedly") from None
        if "fault" in told:
            raise BoxError(f"sandbox: {told['fault']}")
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
                    self._kill()
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
            self._kill()

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
