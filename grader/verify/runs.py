"""Grades every variant of an exercise, over several processes that each keep warm boxes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, util

from grader.errors import GraderError
from grader.load import take_in
from grader.model import Exercise, Rubric, Status, Submission, Variant
from grader.pipeline.engine import Engine
from grader.pipeline.steps import grade
from grader.pipeline.trial import try_out
from grader.sandbox.rungs import RungName
from grader.verify.leaks import hidden_lines, leaks

_engine: Engine | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class VariantRun:
    """One grading of one variant. `statuses` are pairs of criterion id and status.

    `tests` are pairs of criterion id and hidden test, `failed` the tests and `tripped` the
    static checks that it did not pass; `fault` is set when it could not be graded;
    `cached` when it was graded before and kept. Of a mutant made by machine, the first loss is all
    that `statuses` tell, and nothing is audited.
    """

    variant: Variant
    seed: int
    statuses: tuple[tuple[str, Status], ...] = ()
    tests: tuple[tuple[str, str], ...] = ()
    failed: tuple[str, ...] = ()
    tripped: tuple[str, ...] = ()
    digest: str = ""
    leaks: tuple[str, ...] = ()
    integrity: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    seconds: float = 0.0
    fault: str = ""
    cached: bool = False

    @property
    def lost(self) -> frozenset[str]:
        """Criteria that failed, wholly or in part; what was skipped because of them is not here."""
        return frozenset(name for name, status in self.statuses if status in ("failed", "partial"))

    @property
    def unjudged(self) -> frozenset[str]:
        """Criteria that came to no verdict."""
        return frozenset(name for name, status in self.statuses if status == "error")


class Verifier:
    """A pool of processes that grade variants. Use it as a context manager."""

    def __init__(self, jobs: int, rung: RungName | None = None) -> None:
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=get_context("fork"), initializer=_open_engine, initargs=(rung,)
        )

    def __enter__(self) -> Verifier:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def run(
        self, work: Iterable[tuple[Exercise, Rubric, Variant, int]]
    ) -> Iterator[VariantRun]:
        """Grade (exercise, rubric, variant, seed) units; results in their order."""
        return self._pool.map(_run, work)


def _open_engine(rung: RungName | None) -> None:
    global _engine  # one engine a worker process, opened before its first unit
    _engine = Engine(rung=rung, heat=True)
    util.Finalize(None, _engine.close, exitpriority=10)


def _run(unit: tuple[Exercise, Rubric, Variant, int]) -> VariantRun:
    exercise, rubric, variant, seed = unit
    assert _engine is not None
    started = time.perf_counter()
    try:
        submission = take_in(variant.folder, exercise)
        if variant.kind == "machine":
            return _try(_engine, unit, submission, started)
        graded = grade(_engine, exercise, rubric, submission, seed)
    except GraderError as error:
        return VariantRun(variant=variant, seed=seed, fault=str(error))
    seconds = time.perf_counter() - started
    made = graded.grade
    titles = {exhibit.subject for result in made.results for exhibit in result.exhibits}
    return VariantRun(
        variant=variant,
        seed=seed,
        statuses=tuple((result.criterion.id, result.status) for result in made.results),
        tests=graded.tests,
        failed=graded.failed,
        tripped=graded.tripped,
        digest=submission.digest,
        leaks=leaks(made, hidden_lines(exercise), titles),
        integrity=tuple(sign.kind for sign in made.integrity),
        details=graded.details,
        seconds=seconds,
    )


def _try(
    engine: Engine,
    unit: tuple[Exercise, Rubric, Variant, int],
    submission: Submission,
    started: float,
) -> VariantRun:
    exercise, rubric, variant, seed = unit
    trial = try_out(engine, exercise, rubric, submission, seed)
    return VariantRun(
        variant=variant,
        seed=seed,
        statuses=trial.statuses,
        digest=submission.digest,
        details=trial.details,
        seconds=time.perf_counter() - started,
    )
