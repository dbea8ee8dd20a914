"""The compilations of one submission: each translation unit once, whoever needs it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

from grader.languages.cpp.compiling import Compiler
from grader.languages.cpp.diagnostics import Diagnostic, parse_compiler_output
from grader.languages.cpp.foreign import blame, foreign_names
from grader.languages.cpp.judge import judge
from grader.languages.cpp.linker import parse_linker_output
from grader.languages.cpp.places import Places
from grader.languages.cpp.plan import BuildPlan, Unit
from grader.languages.cpp.runtime import Runtime
from grader.model import SourceFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Compiled:
    """A unit's object, absent when it was only checked or when `diagnostics` say why."""

    object: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class Batch:
    """Units and links of one submission, below `folder`, which it makes."""

    def __init__(
        self, compiler: Compiler, runtime: Runtime, folder: Path, plans: Iterable[BuildPlan]
    ) -> None:
        plans = tuple(plans)
        self._compiler = compiler
        self._runtime = runtime
        self._folder = folder
        self._stage = folder / "files"
        self._broken = threading.Event()
        self._numbers = itertools.count()
        self._units: dict[str, Future[Compiled]] = {}
        hidden = {u.name: u.text for plan in plans for u in plan.units if u.hidden}
        files = plans[0].files if plans else ()
        self.places = Places(files=files, hidden=tuple(hidden.items()), stage=self._stage)
        _stage_files(self._stage, files)

    def submit(self, plans: Iterable[BuildPlan], pool: Executor) -> None:
        """Start all units: the learner's by themselves first, for they decide about the rest."""
        work = [(plan, unit) for plan in plans for unit in plan.units]
        for plan, unit in sorted(work, key=lambda pair: pair[1].hidden):
            key = plan.unit_key(unit)
            if key not in self._units:
                self._units[key] = pool.submit(self._compile, plan, unit, self.place())

    def link(self, plan: BuildPlan) -> tuple[Path | None, tuple[Diagnostic, ...]]:
        """Wait for the plan's units and make the program. Raises Busy as `judge` does."""
        compiled = [self._units[plan.unit_key(unit)].result() for unit in plan.units]
        own = [one for one, unit in zip(compiled, plan.units, strict=True) if not unit.hidden]
        # what a hidden source has to say about a header that does not compile adds nothing, and
        # whether it was still asked depends on the clock
        for part in (own, compiled):
            wrong = tuple(dict.fromkeys(item for one in part for item in one.diagnostics))
            if wrong:
                return None, wrong
        objects = tuple(one.object for one in compiled if one.object is not None)
        program = self.place() / "program"
        driver = self._runtime.parts(plan.profile).driver
        # first, so that it is also first when the program begins, and last at its end
        outcome = self._compiler.link(
            (driver, *objects), plan.profile, program, plan.build_seconds
        )
        wrong = judge(outcome, parse_linker_output, self.places, plan.build_seconds)
        wrong = wrong or self._foreign(program, plan)
        return (None, wrong) if wrong else (program, ())

    def _foreign(self, program: Path, plan: BuildPlan) -> tuple[Diagnostic, ...]:
        """What a program has that belongs to others. clang++ links sanitizers into the program."""
        if plan.toolchain.family != "gcc":
            return ()
        outcome = self._compiler.list_names(program, plan.build_seconds)
        wrong = judge(outcome, parse_linker_output, self.places, plan.build_seconds)
        if outcome.truncated:
            return (Diagnostic(kind="link", message="this program shares too many names"),)
        return wrong or blame(foreign_names(outcome.stdout), self.places)

    def _compile(self, plan: BuildPlan, unit: Unit, out: Path) -> Compiled:
        if unit.hidden and self._broken.is_set():
            return Compiled()
        seconds = plan.build_seconds
        output = None if unit.checked_only else out / "unit.o"
        if output is None:
            outcome = self._compiler.check(unit, self._stage, out, seconds)
        else:
            outcome = self._compiler.compile(
                unit,
                plan.profile,
                stage=self._stage,
                precompiled=self._runtime.parts(plan.profile).precompiled,
                output=output,
                seconds=seconds,
            )
        wrong = judge(outcome, parse_compiler_output, self.places, seconds)
        if wrong and not unit.hidden:
            self._broken.set()
        return Compiled(object=None if wrong else output, diagnostics=wrong)

    def place(self) -> Path:
        """A new folder that the box may write."""
        place = self._folder / f"out-{next(self._numbers)}"
        place.mkdir()
        place.chmod(0o777)
        return place


def _stage_files(stage: Path, files: Iterable[SourceFile]) -> None:
    stage.mkdir(parents=True)
    for file in files:
        path = stage / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        path.chmod(0o644)
