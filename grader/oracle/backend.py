"""What the plugin needs of a language: a fresh process for a test, and what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from grader.model import Exhibit, Integrity
from grader.oracle.session import Context, Session
from grader.sandbox.request import Fault


@dataclass(frozen=True, kw_only=True, slots=True)
class Needs:
    """What a test's markers ask for."""

    prepare: tuple[str, ...] = ()
    program: str | None = None
    profile: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Conclusion:
    """What the end of a test's process showed. `failure` fails the test even if it passed."""

    failure: str | None = None
    exhibits: tuple[Exhibit, ...] = ()
    integrity: tuple[Integrity, ...] = ()
    output: str = ""


class Tampered(Fault):
    """The submission disabled what was to watch it; a person should look."""


class Backend(Protocol):
    """One submission of one language, ready to be asked."""

    def open(self, needs: Needs, context: Context) -> Session:
        """A fresh process. Raises Raised, a Fault, or BoxError."""

    def expect(self, coming: Sequence[Needs]) -> None:
        """What the next tests need: get it ready meanwhile, where that helps. Raises nothing."""

    def close(self) -> None:
        """No test comes any more: let go of what was got ready."""

    def solution(self, session: Session) -> Any:
        """What the `solution` fixture gives."""

    def scenarios(self, session: Session) -> Any:
        """What the `scenarios` fixture gives."""

    def build(self, needs: Needs, context: Context) -> Any:
        """What the `build` fixture gives: the result of compiling. Nothing for Python.

        What the compiler said of a failure goes to `context`, as evidence.
        """

    def conclude(self, session: Session) -> Conclusion:
        """End the process of a test, if it still runs, and look at what it left."""
