"""C++ submissions for the oracle: built once for each profile, a fresh process for each test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from grader.checks.limits import BLINDING
from grader.checks.outcomes import Inspection
from grader.errors import BoxError
from grader.languages.cpp.artefact import Artefact, BuildResult
from grader.languages.cpp.cache import Cache
from grader.languages.cpp.diagnostics import Diagnostic
from grader.languages.cpp.plan import plan
from grader.languages.cpp.program import silent_canaries, start_request
from grader.languages.cpp.toolchain import find_toolchain
from grader.languages.cpp.workshop import Workshop
from grader.model import Exercise, Exhibit, Integrity, Submission
from grader.oracle.backend import Conclusion, Needs, Tampered
from grader.oracle.session import Context, Session
from grader.pipeline.cpp_session import CppTestSession, Scenarios
from grader.pipeline.engine import Engine
from grader.sandbox.request import Fault, Hang

MAX_DIAGNOSTICS = 5
MAX_REPORTS = 3
STILL = 0.25
"""When a submission has hung once, its other programs are given up after this share of the time
of a call, if by then nothing in them moves. What still computes, or waits for a busy machine to let
it, has all of its time; and a submission that never hangs is never looked at this way."""
SILENCED = "The sanitizer that watches this test was silenced, so nothing can be shown by it."


def open_workshop(engine: Engine) -> Workshop:
    """Where programs are built; keep it as long as the engine. Raises ToolMissing, BoxError."""
    return Workshop(engine.compilers(), engine.workdir, find_toolchain(), Cache())


def include_dirs() -> list[str]:
    """The compiler's folders of headers, for libclang. Raises ToolMissing without a compiler."""
    return list(find_toolchain().include_dirs)


class CppBackend:
    """One submission: its programs, built in the box, and processes of them."""

    def __init__(
        self,
        engine: Engine,
        workshop: Workshop,
        exercise: Exercise,
        submission: Submission,
        inspection: Callable[[], Inspection],
    ) -> None:
        """Build every program in every profile. Raises BoxError, ToolMissing, ExerciseError.

        `inspection` waits for what the static checks found.
        """
        toolchain = find_toolchain()
        plans = [
            plan(exercise, submission, program, profile, toolchain)
            for program in exercise.programs
            for profile in program.profiles
        ]
        self._exercise = exercise
        self._inspection = inspection
        self._box = engine.programs()
        self._workshop = workshop
        self._results = {
            (result.program, result.profile): result for result in workshop.build_all(plans)
        }
        self._silent: dict[tuple[str, str], bool | Fault] = {}
        self._hung = False

    def open(self, needs: Needs, context: Context) -> Session:
        """A fresh process. A program that did not build fails the test with the compiler's word."""
        result = self.build(needs, context)
        if result.artefact is None:
            raise NotBuilt("Your code does not build here, so this could not be tried.")
        artefact = result.artefact
        if self._is_silenced(result, artefact):
            raise Tampered(SILENCED)
        limits = self._exercise.limits
        running = self._box.start(start_request(artefact, limits))
        return CppTestSession(
            running,
            context,
            call_seconds=limits.call_seconds,
            test_seconds=limits.test_seconds,
            artefact=artefact,
            still_seconds=self._still_seconds(),
        )

    def expect(self, coming: Sequence[Needs]) -> None:
        """A process of a built program starts at once; there is nothing to get ready."""

    def close(self) -> None:
        """Remove what was built for this submission."""
        self._workshop.discard()

    def solution(self, session: Session) -> Any:
        """C++ is reached through scenarios only; a test that asks otherwise is a mistake."""
        raise TypeError("a C++ exercise has no solution fixture; use scenarios")

    def scenarios(self, session: Session) -> Any:
        """The scenarios of the program, and `finish()`."""
        return Scenarios(session)

    def build(self, needs: Needs, context: Context) -> BuildResult:
        """The result for the program and profile that a test names; the first of each otherwise."""
        programs = {program.name: program for program in self._exercise.programs}
        try:
            program = programs[needs.program or self._exercise.programs[0].name]
            result = self._results[program.name, needs.profile or program.profiles[0]]
        except KeyError:
            raise BoxError(
                f"no program {needs.program!r} in profile {needs.profile!r}; see exercise.toml"
            ) from None
        if result.fault:
            raise BoxError(f"build: {result.fault}")
        context.exhibits += build_exhibits(result)
        return result

    def conclude(self, session: Session) -> Conclusion:
        """Let the program end by itself, so that destructors and LeakSanitizer have run."""
        assert isinstance(session, CppTestSession)
        finish = session.finish_program()
        self._hung = self._hung or session.hung
        outcome = finish.outcome
        integrity: tuple[Integrity, ...] = ()
        if outcome.trailing:
            integrity = (Integrity(kind="protocol", message="wrote replies that nobody asked for"),)
        exhibits = tuple(
            Exhibit(
                source="sanitizer",
                subject=report.kind,
                outcome="failed",
                message=report.message,
                location=report.location,
                traceback=report.frames,
            )
            for report in finish.reports[:MAX_REPORTS]
        )
        return Conclusion(
            failure=finish.failure
            or (SILENCED if outcome.trailing else self._blinded(session.artefact)),
            exhibits=exhibits,
            integrity=integrity,
            output=outcome.stdout.decode(errors="replace"),
        )

    def _blinded(self, artefact: Artefact) -> str | None:
        """Why the silence of a sanitizer means nothing here; None where it does.

        Raises BoxError when nobody knows.
        """
        if not artefact.profile.sanitizers:
            return None
        inspection = self._inspection()
        if inspection.source.state != "completed":
            raise BoxError(f"were sanitizers blinded? {inspection.source.message}")
        sign = next((item for item in inspection.integrity if item.kind in BLINDING), None)
        if sign is None:
            return None
        where = f"{sign.location.file}, line {sign.location.line}" if sign.location else "your code"
        return f"The sanitizer that watches this test cannot see what {where} does: {sign.message}."

    def _is_silenced(self, result: BuildResult, artefact: Artefact) -> bool:
        """Whether planted mistakes go unreported in this program, unlike in an honest one."""
        key = result.program, result.profile
        if key not in self._silent:
            self._silent[key] = self._look_for_canaries(artefact)
        known = self._silent[key]
        if isinstance(known, Fault):
            raise known
        return known

    def _still_seconds(self) -> float | None:
        return self._exercise.limits.call_seconds * STILL if self._hung else None

    def _look_for_canaries(self, artefact: Artefact) -> bool | Fault:
        """Whether there are silent ones, or what kept the program from getting that far.

        A program that hangs before its main does so every time; a starved one may not.
        """
        limits = self._exercise.limits
        try:
            silent = bool(silent_canaries(self._box, artefact, limits, self._still_seconds()))
        except Hang as fault:
            if fault.starved:
                raise
            self._hung = True
            return fault
        if silent and not self._workshop.sanitizer_works(artefact.profile, limits):
            raise BoxError(f"the sanitizers of profile {artefact.profile.name} do not work here")
        return silent


class NotBuilt(Fault):
    """There is no program to ask, and the submission is the reason."""


def build_exhibits(result: BuildResult) -> list[Exhibit]:
    """What the compiler or linker said, at the learner's lines."""
    return [
        Exhibit(
            source="build",
            subject=f"{result.program}, {result.profile}",
            outcome="failed",
            message=_told(diagnostic),
            location=diagnostic.location,
        )
        for diagnostic in result.diagnostics[:MAX_DIAGNOSTICS]
    ]


def _told(diagnostic: Diagnostic) -> str:
    notes = "".join(
        f"\n{note.location.file}:{note.location.line}: {note.message}" for note in diagnostic.notes
    )
    return diagnostic.message + notes
