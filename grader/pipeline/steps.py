"""The steps of one grading. Checks run in one box while hidden tests drive another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from grader.checks.outcomes import Inspection
from grader.load import take_in
from grader.model import (
    Evidence,
    EvidenceSource,
    Exercise,
    Grade,
    Provenance,
    Rubric,
    Submission,
)
from grader.oracle.backend import Backend
from grader.oracle.run import TestRun, run_tests
from grader.pipeline.cpp import CppBackend, include_dirs, open_workshop
from grader.pipeline.engine import Engine
from grader.pipeline.python import PythonBackend
from grader.pipeline.static import inspect
from grader.pipeline.stopwatch import Stopwatch
from grader.pipeline.versions import versions
from grader.scoring import score, total


@dataclass(frozen=True, kw_only=True, slots=True)
class Graded:
    """A grade, and what only an author or instructor may read about how it came about.

    `tests` are pairs of criterion id and hidden test, in the order in which they ran; `failed` are
    the names of those that failed, `tripped` the static checks that found something.
    """

    grade: Grade
    details: tuple[str, ...] = ()
    tests: tuple[tuple[str, str], ...] = ()
    failed: tuple[str, ...] = ()
    tripped: tuple[str, ...] = ()


def grade(
    engine: Engine, exercise: Exercise, rubric: Rubric, submission: Submission, seed: int
) -> Graded:
    """Grade one submission. Raises ExerciseError, BoxError or ToolMissing."""
    watch = Stopwatch()
    with ThreadPoolExecutor(1, thread_name_prefix="checks") as aside:
        inspecting = aside.submit(examine, watch, engine, exercise, rubric, submission)
        run = drive(watch, engine, exercise, rubric, submission, seed, inspecting.result)
        inspection = inspecting.result()
    evidence = gather(run, inspection)
    with watch.stage("score"):
        results = score(rubric, evidence)
        points = total(results)
    return Graded(
        grade=Grade(
            exercise=exercise,
            rubric=rubric,
            submission=submission,
            status="incomplete" if points is None else "graded",
            points=points,
            results=results,
            findings=evidence.findings,
            sources=evidence.sources,
            integrity=evidence.integrity,
            provenance=Provenance(
                rung=engine.rung,
                seed=seed,
                versions=versions(exercise.language),
                stages=watch.stages,
            ),
            starter=take_in(exercise.starter.folder, exercise).files,
            output=evidence.output,
            highlights=evidence.highlights,
        ),
        details=run.details,
        tests=tuple((outcome.criterion, outcome.name) for outcome in run.outcomes),
        failed=tuple(item.name for item in run.outcomes if item.outcome == "failed"),
        tripped=tuple(item.check for item in inspection.checks if item.outcome == "failed"),
    )


def reject(exercise: Exercise, rubric: Rubric, name: str, reason: str, seed: int) -> Graded:
    """The result of a submission that intake refused: a reason, and no number."""
    return Graded(
        grade=Grade(
            exercise=exercise,
            rubric=rubric,
            submission=Submission(name=name, files=(), digest=""),
            status="rejected",
            points=None,
            results=(),
            findings=(),
            sources=(),
            integrity=(),
            provenance=Provenance(rung="", seed=seed, versions=versions("python"), stages=()),
            starter=(),
            rejection=reason,
        )
    )


def gather(run: TestRun, inspection: Inspection) -> Evidence:
    """All that was seen, from both boxes."""
    return Evidence(
        tests=run.outcomes,
        checks=inspection.checks,
        findings=inspection.findings,
        sources=(EvidenceSource(name="tests", state="completed"), inspection.source),
        integrity=(*run.integrity, *inspection.integrity),
        output=run.output,
        highlights=inspection.highlights,
    )


def drive(
    watch: Stopwatch,
    engine: Engine,
    exercise: Exercise,
    rubric: Rubric,
    submission: Submission,
    seed: int,
    inspection: Callable[[], Inspection],
    *,
    until_failure: bool = False,
) -> TestRun:
    """Build, if need be, and run the hidden tests: all of them, or up to the first that fails."""
    backend: Backend
    if exercise.language == "python":
        with watch.stage("box"):
            backend = PythonBackend(engine.python(), exercise, submission)
    else:
        with watch.stage("build"):
            workshop = engine.keep("workshop", lambda: open_workshop(engine))
            backend = CppBackend(engine, workshop, exercise, submission, inspection)
    with watch.stage("tests"):
        criteria = (item.id for item in rubric.criteria)
        return run_tests(exercise.hidden, backend, criteria, seed, until_failure=until_failure)


def examine(
    watch: Stopwatch, engine: Engine, exercise: Exercise, rubric: Rubric, submission: Submission
) -> Inspection:
    """Run the static checks."""
    with watch.stage("checks"):
        folders = include_dirs() if exercise.language == "cpp" else []
        return inspect(engine.checks(), exercise, rubric, submission, folders)
