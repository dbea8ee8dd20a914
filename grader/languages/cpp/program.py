"""A running scenario program: asked through the wall, then finished and looked at."""

from __future__ import annotations

import dataclasses
import secrets
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.profiles import REPORTED
from grader.languages.cpp.sanitizers import SanitizerReport, parse_reports
from grader.languages.cpp.symbols import with_names
from grader.model import Limits
from grader.sandbox import values
from grader.sandbox.request import BoxLimits, Exec, Fault, Outcome, Request, Unanswered, Violation
from grader.sandbox.running import Running

LIBRARIES = tuple(map(Path, ("/usr/lib", "/usr/lib64", "/lib", "/lib64")))
SANITIZERS_READ = (Path("/proc/self/maps"),)
SANITIZERS_LIST = (Path("/proc/self/task"),)
"""Where memory is mapped, and which threads there are."""
SHADOW_FACTOR = 2
"""Sanitizers keep shadow memory beside the program's own; what is resident about doubles."""
MAX_TEXT = 1_000


class Starts(Protocol):
    """The one thing that is asked of a box here."""

    def start(self, request: Request) -> Running:
        """A fork that does what `request` says."""


class ScenarioRaised(Exception):
    """A C++ exception left a scenario: its class, that class and its bases, and its `what()`."""

    def __init__(self, kind: str, mro: tuple[str, ...], message: str) -> None:
        super().__init__(f"{kind}: {message}" if message else kind)
        self.type = kind
        self.mro = mro
        self.message = message


@dataclass(frozen=True, kw_only=True, slots=True)
class Finish:
    """How a program ended.

    `notes` are what scenarios noted for after the end of main; None when the program did not
    get to the end of its static destructors.
    """

    outcome: Outcome
    reports: tuple[SanitizerReport, ...]
    notes: tuple[Any, ...] | None

    @property
    def failure(self) -> str:
        """What was wrong with the end, for a learner; empty when nothing was.

        A leak does not count: it would show in every test of the program. A test that is about
        leaks looks at `reports`.
        """
        worst = next((report for report in self.reports if report.kind != "leak"), None)
        if worst is not None:
            return _capital(worst.message)
        if self.outcome.ended == "signal":
            return f"The program was ended by {_signal_name(self.outcome.code)}."
        if self.outcome.ended == "exited" and self.outcome.code == REPORTED:
            suppressed = "A sanitizer stopped the program, and its report was suppressed."
            return "" if self.reports else suppressed
        if self.outcome.ended == "exited" and self.outcome.code:
            return f"The program left with exit status {self.outcome.code}."
        if self.outcome.ended == "exited" and self.notes is not None:
            return ""
        return "The program did not come to its end."


class CppSession:
    """Drives one process. Not thread-safe; use it as a context manager, or `finish` it."""

    def __init__(self, running: Running, artefact: Artefact, limits: Limits) -> None:
        self.running = running
        self._artefact = artefact
        self._limits = limits
        self._over = False
        self._finish: Finish | None = None
        self.still: float | None = None

    @classmethod
    def start(cls, box: Starts, artefact: Artefact, limits: Limits) -> CppSession:
        """A fresh process of the program."""
        return cls(box.start(start_request(artefact, limits)), artefact, limits)

    def __enter__(self) -> CppSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.running.finish()

    def call(self, name: str, *arguments: Any) -> Any:
        """What the scenario returned.

        Raises ScenarioRaised or a Fault of the submission: Hang, Died, Violation, or Unanswered,
        also when the scenario does not exist or does not take these arguments.
        """
        encoded = [values.encode(argument) for argument in arguments]
        return self._ask("call", root="scenarios", path=[name], args=encoded, kwargs={})

    def finish(self) -> Finish:
        """Let main return, wait for the end, and look at what is left. Raises no Fault."""
        if self._finish is None:
            notes = self._say_goodbye()
            outcome = self.running.finish(grace=self._limits.call_seconds)
            self._finish = look_at_end(outcome, self._artefact, notes)
        return self._finish

    def _say_goodbye(self) -> tuple[Any, ...] | None:
        if self._over:
            return None
        try:
            return read_notes(self._ask("exit"))
        except Fault:
            return None

    def _ask(self, operation: str, **fields: Any) -> Any:
        nonce = secrets.token_hex(8)
        try:
            self.running.send({"nonce": nonce, "op": operation, **fields})
            reply = self.running.receive(self._limits.call_seconds, self.still)
        except Fault:
            self._over = True
            raise
        if reply.get("nonce") != nonce or len(reply) != 2:
            raise Violation("a reply that answers no request")
        if "fault" in reply:
            raise Unanswered(str(reply["fault"])[:MAX_TEXT])
        if "raised" in reply:
            raise _raised(reply["raised"])
        try:
            return values.decode(reply["value"])
        except (KeyError, values.ValueRefused, RecursionError):
            raise Violation("a reply without a value") from None


def start_request(artefact: Artefact, limits: Limits) -> Request:
    """What a box is asked, to run the program and nothing else: it sees its own file only."""
    sanitized = bool(artefact.profile.sanitizers)
    return Request(
        action=Exec((str(artefact.path),)),
        syscalls=artefact.profile.syscalls,
        limits=BoxLimits(
            wall_seconds=limits.test_seconds + 5,
            cpu_seconds=int(limits.test_seconds) + 1,
            memory_mib=limits.memory_mib * (SHADOW_FACTOR if sanitized else 1),
            output_bytes=limits.output_kib * 1024,
        ),
        readable=(artefact.path, *LIBRARIES, *(SANITIZERS_READ if sanitized else ())),
        listable=SANITIZERS_LIST if sanitized else (),
    )


def look_at_end(
    outcome: Outcome, artefact: Artefact, notes: tuple[Any, ...] | None = None
) -> Finish:
    """The end of a program, with the reports on its standard error parsed.

    Raises BoxError when the box fails that looks up lines.
    """
    reports = parse_reports(with_names(outcome.stderr, artefact.lookup), artefact.places)
    return Finish(outcome=outcome, reports=reports, notes=notes)


def read_notes(value: Any) -> tuple[Any, ...]:
    """The notes in the decoded answer to `exit`. Violation when it is something else."""
    if type(value) is not list:
        raise Violation("the end of the program was answered with something else")
    return tuple(value)


def silent_canaries(
    box: Starts, artefact: Artefact, limits: Limits, still: float | None = None
) -> tuple[str, ...]:
    """The built-in mistakes that went unreported: a sanitizer was silenced, or cannot work here.

    `Workshop.sanitizer_works` tells which of the two. Raises the Fault (Hang, Died, Violation)
    of a program that does not get as far as to make a mistake: then it is only broken. With
    `still`, one that rests for so many seconds hangs.
    """
    return tuple(
        name
        for name in artefact.profile.canaries
        if not _is_reported(box, artefact, limits, name, still)
    )


def _is_reported(
    box: Starts, artefact: Artefact, limits: Limits, name: str, still: float | None
) -> bool:
    fault: Fault | None = None
    nameless = dataclasses.replace(artefact, lookup=lambda _: {})
    with CppSession.start(box, nameless, limits) as session:
        session.still = still
        try:
            session.call(name)
        except ScenarioRaised:
            return False
        except Fault as met:
            fault = met
        finish = session.finish()
    left_quietly = finish.outcome.ended == "exited" and finish.outcome.code in (0, REPORTED)
    if fault is not None and not left_quietly:
        raise fault
    return finish.outcome.code == REPORTED and bool(finish.reports)


def _raised(told: Any) -> ScenarioRaised:
    try:
        kind, message, mro = told["type"], told["message"], told["mro"]
    except (KeyError, TypeError):
        raise Violation("a malformed exception") from None
    if type(mro) is not list or not all(type(text) is str for text in (kind, message, *mro)):
        raise Violation("a malformed exception")
    names = tuple(name[:MAX_TEXT] for name in mro[:20])
    return ScenarioRaised(kind[:MAX_TEXT], names, message[:MAX_TEXT])


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
