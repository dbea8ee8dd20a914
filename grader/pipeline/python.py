"""Python submissions for the oracle: a fork of the warm box for each hidden test."""

from __future__ import annotations

import base64
import contextlib
import marshal
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from grader.errors import BoxError, ExerciseError
from grader.languages.python.inside.memory import HIDDEN
from grader.model import Exercise, Integrity, Submission
from grader.oracle.backend import Conclusion, Needs
from grader.oracle.remote import Remote
from grader.oracle.session import Context, Session
from grader.pipeline.engine import DRIVER
from grader.pipeline.output import without_hidden
from grader.sandbox.box import Box
from grader.sandbox.request import BoxLimits, Died, Fault, Hang, Request, Serve

SPARE_SECONDS = 10
"""On top of twice the time of a test: a process may be begun while the test before it runs."""


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
        self._scenarios = _compiled(exercise.hidden / "scenarios.py")
        self._broken: dict[tuple[str, ...], Fault] = {}
        self._ready: dict[Needs, list[tuple[Session, str]]] = {}

    def open(self, needs: Needs, context: Context) -> Session:
        """A fresh process with the submission imported. Raises what the import raised."""
        if needs.prepare in self._broken:
            raise self._broken[needs.prepare]
        ready = self._ready.get(needs)
        session, loading = ready.pop(0) if ready else self._begin(needs)
        session.begin(context, self._exercise.limits.test_seconds)
        try:
            session.collect(loading)
        except (Hang, Died) as fault:
            self._broken[needs.prepare] = fault
            session.finish()
            raise
        except BaseException:
            session.finish()
            raise
        return session

    def expect(self, coming: Sequence[Needs]) -> None:
        """Begin the imports for the next tests while this one runs on the other processor."""
        for needs, count in Counter(coming).items():
            ready = self._ready.setdefault(needs, [])
            while len(ready) < count and needs.prepare not in self._broken:
                try:
                    ready.append(self._begin(needs))
                except (Fault, BoxError):
                    return  # the test itself will meet it, and say so

    def close(self) -> None:
        """End the process that no test took."""
        for session, _ in chain.from_iterable(self._ready.values()):
            with contextlib.suppress(BoxError):
                session.finish()
        self._ready.clear()

    def _begin(self, needs: Needs) -> tuple[Session, str]:
        """A fork that has been asked to import, and the nonce of that request."""
        limits = self._exercise.limits
        request = Request(
            action=Serve(DRIVER),
            syscalls="python",
            limits=BoxLimits(
                wall_seconds=2 * limits.test_seconds + SPARE_SECONDS,
                cpu_seconds=int(limits.test_seconds) + 1,
                memory_mib=limits.memory_mib,
                output_bytes=limits.output_kib * 1024,
            ),
        )
        session = Session(
            self._box.start(request),
            Context(),
            call_seconds=limits.call_seconds,
            test_seconds=limits.test_seconds,
            sources=self._sources,
        )
        loading = session.post(
            "load",
            files=self._files,
            module=self._exercise.module,
            scenarios=self._scenarios,
            prepare=list(needs.prepare),
        )
        return session, loading

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
        output = without_hidden((outcome.stdout + outcome.stderr).decode(errors="replace"))
        if outcome.truncated:
            output += "\n[more output was cut off]"
        if not outcome.trailing:
            return Conclusion(output=output)
        sign = Integrity(kind="protocol", message="wrote replies that nobody asked for")
        failure = "Your code wrote to the channel on which the grader listens."
        return Conclusion(failure=failure, integrity=(sign,), output=output)


def _compiled(path: Path) -> str | None:
    """Our own scenarios as code, so that each fork need not compile them again."""
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    try:
        code = compile(source, f"{HIDDEN}{path.name}", "exec", dont_inherit=True)
    except SyntaxError as error:
        raise ExerciseError(f"{path}:{error.lineno}: {error.msg}") from None
    return base64.b64encode(marshal.dumps(code)).decode()
