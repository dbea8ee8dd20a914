"""A process of a C++ program under test: asked by the oracle, and let go to its own end."""

from __future__ import annotations

from typing import Any

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.program import Finish, look_at_end, read_notes
from grader.oracle.remote import Remote
from grader.oracle.session import Session
from grader.sandbox.request import Fault, Hang


class CppTestSession(Session):
    """A session whose process is let go to its own end, once."""

    def __init__(self, *arguments: Any, artefact: Artefact, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.artefact = artefact
        self.hung = False
        self._finish: Finish | None = None

    def collect(self, nonce: str, seconds: float | None = None) -> Any:
        """As any session does; remembers a Hang that the machine is not to blame for."""
        try:
            return super().collect(nonce, seconds)
        except Hang as fault:
            self.hung = not fault.starved
            raise

    def finish_program(self) -> Finish:
        """Return from main, wait for the end, and look at what is left. Raises no Fault."""
        if self._finish is None:
            notes = self._say_goodbye()
            outcome = self.running.finish(grace=self.call_seconds)
            self._finish = look_at_end(outcome, self.artefact, notes)
        return self._finish

    def _say_goodbye(self) -> tuple[Any, ...] | None:
        try:
            return read_notes(self.decode(self.ask("exit"), None))
        except Fault:
            return None


class Scenarios:
    """The scenarios of a program: call them by name, then `finish()` if the end is of interest."""

    def __init__(self, session: Session) -> None:
        self._root = Remote(session, "scenarios")
        self._session = session

    def __getattr__(self, name: str) -> Remote:
        remote: Remote = getattr(self._root, name)
        return remote

    def finish(self) -> Finish:
        """How the program ends: its outcome, sanitizer reports, and what destructors noted."""
        assert isinstance(self._session, CppTestSession)
        return self._session.finish_program()
