"""Builds programs in a box: the runtime once, each translation unit once, then the links."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from grader.languages.cpp.artefact import Artefact, BuildResult
from grader.languages.cpp.batch import Batch
from grader.languages.cpp.cache import Cache
from grader.languages.cpp.compiling import Compiler, Runs
from grader.languages.cpp.diagnostics import Diagnostic
from grader.languages.cpp.judge import Busy
from grader.languages.cpp.plan import BuildPlan
from grader.languages.cpp.profiles import Profile
from grader.languages.cpp.program import Starts, silent_canaries
from grader.languages.cpp.refusals import can_be_kept, pack, refusal_key, unpack
from grader.languages.cpp.runtime import Runtime, lay_out_sources
from grader.languages.cpp.symbols import Frames, parse_addr2line
from grader.languages.cpp.toolchain import Toolchain
from grader.model import Limits
from grader.sandbox.request import Fault

JOBS = 2
TRIAL_SECONDS = 60.0


class BoxLike(Runs, Starts, Protocol):
    """A box, as far as it is used here: `run` for compilers, `start` for programs."""


class Workshop:
    """Builds below `folder`, which is or lies in the writable working folder of `box`.

    One workshop serves any number of submissions, one after the other. Keep it as long as its
    box: it lays out the precompiled runtime there once.
    """

    def __init__(self, box: BoxLike, folder: Path, toolchain: Toolchain, cache: Cache) -> None:
        self._box = box
        self._folder = folder
        self._cache = cache
        self._numbers = itertools.count(1)
        headers, driver = folder / "runtime" / "include", folder / "runtime" / "driver"
        lay_out_sources(headers, driver)
        self._compiler = Compiler(box=box, toolchain=toolchain, headers=headers, driver=driver)
        self._runtime = Runtime(self._compiler, folder / "runtime", cache)

    def warm(self, profiles: Sequence[Profile], jobs: int = JOBS) -> None:
        """Make the runtime for `profiles` ready, so that the first build need not."""
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            list(pool.map(self._runtime.parts, profiles))

    def build_all(self, plans: Sequence[BuildPlan], jobs: int = JOBS) -> tuple[BuildResult, ...]:
        """Build programs of one submission, `jobs` compilers at a time; results in plan order.

        A unit that several plans share is compiled once. When a file of the learner's does not
        compile by itself, nothing else is started. Raises BoxError when the box fails.
        """
        batch = self._batch(plans)
        kept = {plan.key: self._from_cache(batch, plan) for plan in plans}
        missing = [plan for plan in plans if kept[plan.key] is None]
        started = time.monotonic()
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            batch.submit(missing, pool)
            links = {plan.key: pool.submit(self._finish, batch, plan, started) for plan in missing}
        return tuple(kept[plan.key] or links[plan.key].result() for plan in plans)

    def build(self, plan: BuildPlan) -> BuildResult:
        """Build one program."""
        return self.build_all((plan,))[0]

    def sanitizer_works(self, profile: Profile, limits: Limits) -> bool:
        """Whether a program with nothing but our own code gets its mistakes reported here.

        When it does and a submission's program does not, the submission has silenced it. Raises
        BoxError when the box fails.
        """
        batch = self._batch(())
        program = batch.place() / "program"
        driver = self._runtime.parts(profile).driver
        outcome = self._compiler.link((driver,), profile, program, TRIAL_SECONDS)
        if outcome.ended != "exited" or outcome.code != 0:
            return False
        trial = self._artefact(batch, profile, program)
        try:
            return not silent_canaries(self._box, trial, limits)
        except Fault:
            return False

    def discard(self) -> None:
        """Remove everything but the runtime; programs that were built are gone."""
        for folder in self._folder.glob("batch-*"):
            shutil.rmtree(folder)

    def _batch(self, plans: Sequence[BuildPlan]) -> Batch:
        folder = self._folder / f"batch-{next(self._numbers)}"
        folder.mkdir()
        return Batch(self._compiler, self._runtime, folder, plans)

    def _from_cache(self, batch: Batch, plan: BuildPlan) -> BuildResult | None:
        started = time.monotonic()
        program = batch.place() / "program"
        if self._cache.fetch(f"program-{plan.key}", program):
            return self._built(batch, plan, program, started, cached=True)
        if self._cache.fetch(refusal_key(plan.key), program):
            diagnostics = unpack(program.read_bytes())
            return _refused(plan, diagnostics, started, cached=True) if diagnostics else None
        return None

    def _finish(self, batch: Batch, plan: BuildPlan, started: float) -> BuildResult:
        try:
            program, wrong = batch.link(plan)
        except Busy as fault:
            return BuildResult(program=plan.program, profile=plan.profile.name, fault=str(fault))
        if program is None:
            if can_be_kept(wrong):
                told = batch.place() / "refusal.json"
                told.write_bytes(pack(wrong))
                self._cache.store(refusal_key(plan.key), told)
            return _refused(plan, wrong, started, cached=False)
        self._cache.store(f"program-{plan.key}", program)
        return self._built(batch, plan, program, started, cached=False)

    def _artefact(self, batch: Batch, profile: Profile, program: Path) -> Artefact:
        def lookup(addresses: Sequence[int]) -> Frames:
            return parse_addr2line(self._compiler.look_up(program, addresses, batch.place()))

        return Artefact(path=program, profile=profile, places=batch.places, lookup=lookup)

    def _built(
        self, batch: Batch, plan: BuildPlan, program: Path, started: float, *, cached: bool
    ) -> BuildResult:
        return BuildResult(
            program=plan.program,
            profile=plan.profile.name,
            artefact=self._artefact(batch, plan.profile, program),
            seconds=time.monotonic() - started,
            cached=cached,
        )


def _refused(
    plan: BuildPlan, diagnostics: tuple[Diagnostic, ...], started: float, *, cached: bool
) -> BuildResult:
    return BuildResult(
        program=plan.program,
        profile=plan.profile.name,
        diagnostics=diagnostics,
        seconds=time.monotonic() - started,
        cached=cached,
    )
