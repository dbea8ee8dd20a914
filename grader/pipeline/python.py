"""Python submissions for the oracle: a fork of the warm box for each hidden test."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from grader.model import Exercise, Integrity, Submission
from grader.oracle.backend import Conclusion, Needs
from grader.oracle.remote import Remote
from grader.oracle.session import Context, Session
from grader.pipeline.engine import DRIVER
from grader.sandbox.box import Box
from grader.sandbox.request import BoxLimits, Died, Fault, Hang, Request, Serve

BOX_MEMORY_MIB = 256


class PythonBackend:
    """One submission. An import that hangs or kills its process is tried once, not once a test."""

    def __init__(self, box: Box, exercise: Exercise, submission: Submission) -> None:
        self._box = box
        self._exercise = exercise
        self._files = [
            [item.path, base64.b64encode(item.content).decode()]
            for item in submission.files
            if item.path.endswith(".py")
        ]
        self._sources = {item.path: item.text.splitlines() for item in submission.files}
        self._scenarios = _read(exercise.hidden / "scenarios.py")
        self._broken: dict[tuple[str, ...], Fault] = {}

    def open(self, needs: Needs, context: Context) -> Session:
        """A fresh process with the submission imported. Raises what the import raised."""
        if needs.prepare in self._broken:
            raise self._broken[needs.prepare]
        limits = self._exercise.limits
        running = self._box.start(
            Request(
                action=Serve(DRIVER),
                syscalls="python",
                limits=BoxLimits(
                    wall_seconds=limits.test_seconds + 5,
                    cpu_seconds=int(limits.test_seconds) + 1,
                    memory_mib=limits.memory_mib,
                    output_bytes=limits.output_kib * 1024,
                ),
            )
        )
        session = Session(
            running,
            context,
            call_seconds=limits.call_seconds,
            test_seconds=limits.test_seconds,
            sources=self._sources,
        )
        try:
            session.ask(
                "load",
                files=self._files,
                module=self._exercise.module,
                scenarios=self._scenarios,
                prepare=list(needs.prepare),
            )
        except (Hang, Died) as fault:
            self._broken[needs.prepare] = fault
            session.finish()
            raise
        except BaseException:
            session.finish()
            raise
        return session

    def solution(self, session: Session) -> Any:
        """The learner's module."""
        return Remote(session, "solution")

    def scenarios(self, session: Session) -> Any:
        """The scenarios module."""
        return Remote(session, "scenarios")

    def build(self, needs: Needs, context: Context) -> Any:
        """Python has no build; a test that asks for one is an author's mistake."""
        raise TypeError("a Python exercise has no build")

    def conclude(self, session: Session) -> Conclusion:
        """End the fork; bytes that answered no request are a sign of forgery."""
        outcome = session.finish()
        output = (outcome.stdout + outcome.stderr).decode(errors="replace")
        if outcome.truncated:
            output += "\n[more output was cut off]"
        if not outcome.trailing:
            return Conclusion(output=output)
        sign = Integrity(kind="protocol", message="wrote replies that nobody asked for")
        failure = "Your code wrote to the channel on which the grader listens."
        return Conclusion(failure=failure, integrity=(sign,), output=output)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
