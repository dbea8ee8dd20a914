"""One fresh process of the submission, and the operations that the oracle asks of it."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from grader.model import Exhibit, Location, Step, TraceLine
from grader.sandbox import values
from grader.sandbox.request import Outcome, Unanswered, Violation
from grader.sandbox.running import Running

MAX_MESSAGE = 1_000
MAX_TRACE = 12


class Raised(Exception):
    """An exception of the learner's code: its class name, the names in its MRO, its message."""

    def __init__(
        self, kind: str, mro: tuple[str, ...], message: str, traceback: tuple[TraceLine, ...]
    ) -> None:
        super().__init__(f"{kind}: {message}" if message else kind)
        self.type = kind
        self.mro = mro
        self.message = message
        self.traceback = traceback


@dataclass(slots=True)
class Context:
    """What one running test has said for the learner's eyes; the plugin makes exhibits of it."""

    story: str = ""
    interleaving: tuple[Step, ...] = ()
    exhibits: list[Exhibit] = field(default_factory=list)


class Session:
    """Asks one operation at a time, with a fresh nonce each, and decodes strictly."""

    def __init__(
        self,
        running: Running,
        context: Context,
        *,
        call_seconds: float,
        test_seconds: float,
        sources: dict[str, list[str]] | None = None,
        still_seconds: float | None = None,
    ) -> None:
        """`sources` maps the learner's files to their lines, for tracebacks.

        With `still_seconds`, a process that rests for so long is not waited for any longer.
        """
        self.running = running
        self.context = context
        self.call_seconds = call_seconds
        self.deadline = time.monotonic() + test_seconds
        self.sources = sources or {}
        self.still_seconds = still_seconds

    def ask(self, operation: str, *, seconds: float | None = None, **fields: Any) -> Any:
        """The encoded value of the reply. Raises Raised, a Fault or BoxError."""
        return self.collect(self.post(operation, **fields), seconds)

    def post(self, operation: str, **fields: Any) -> str:
        """Send a request without waiting; its nonce, for `collect`."""
        nonce = secrets.token_hex(8)
        self.running.send({"nonce": nonce, "op": operation, **fields})
        return nonce

    def begin(self, context: Context, test_seconds: float) -> None:
        """Belong to a test from now on, which may take so long."""
        self.context = context
        self.deadline = time.monotonic() + test_seconds

    def collect(self, nonce: str, seconds: float | None = None) -> Any:
        """The encoded value of the reply to a request that was sent."""
        left = self.deadline - time.monotonic()
        patience = max(0.01, min(seconds or self.call_seconds, left))
        reply = self.running.receive(patience, self.still_seconds)
        if reply.get("nonce") != nonce or len(reply) != 2:
            raise Violation("a reply that answers no request")
        if "value" in reply:
            return reply["value"]
        if "raised" in reply:
            raise self._raised(reply["raised"])
        if "fault" in reply:
            raise Unanswered(str(reply["fault"])[:MAX_MESSAGE])
        raise Violation("a reply without a value")

    def decode(self, encoded: Any, resolve: Any) -> Any:
        """The plain data of a reply; Violation when it is malformed."""
        try:
            return values.decode(encoded, resolve)
        except (values.ValueRefused, RecursionError) as error:
            raise Violation(str(error)) from None

    def finish(self, grace: float = 0.0) -> Outcome:
        """End the process; how it ended and what it printed."""
        return self.running.finish(grace)

    def _raised(self, told: Any) -> Raised:
        try:
            kind, message = _text(told["type"]), _text(told["message"])
            mro = tuple(_text(name) for name in told["mro"][:20])
            frames = tuple(self._frame(frame) for frame in told["traceback"][-MAX_TRACE:])
        except (KeyError, TypeError, IndexError):
            raise Violation("a malformed exception") from None
        return Raised(kind, mro, message, frames)

    def _frame(self, frame: Any) -> TraceLine:
        name, line = _text(frame["file"]), frame["line"]
        if type(line) is not int:
            raise TypeError
        lines = self.sources.get(name, [])
        source = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        return TraceLine(
            location=Location(file=name, line=max(line, 0)),
            function=_text(frame["function"]),
            source=source[:MAX_MESSAGE],
        )


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value[:MAX_MESSAGE]
