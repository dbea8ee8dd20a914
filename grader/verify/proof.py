"""The points of a proof: each with a verdict, and a message that tells the author what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.checks.catalogue import known_checks
from grader.model import Exercise, Rubric, Variant
from grader.verify.machine.result import MachineResult
from grader.verify.runs import VariantRun

FULL = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One claim about an exercise. `message` is empty when it holds."""

    claim: str
    subject: str
    holds: bool
    message: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """All points of one exercise, and the gradings behind them.

    `machine` is what became of machine-made mutants, when that was asked for.
    """

    exercise: Exercise
    rubric: Rubric
    points: tuple[Point, ...]
    runs: tuple[VariantRun, ...]
    machine: MachineResult | None = None

    @property
    def holds(self) -> bool:
        """Whether every point holds."""
        return all(point.holds for point in self.points)


def variants(exercise: Exercise) -> tuple[Variant, ...]:
    """Everything that ships with an exercise and can be graded, in the order of the matrix."""
    return (*exercise.solutions, exercise.starter, *exercise.mutants)


def prove(exercise: Exercise, rubric: Rubric, runs: tuple[VariantRun, ...]) -> Proof:
    """Judge the gradings of all variants, each graded once or more."""
    points = (
        *_points_add_up(rubric),
        *_bound(rubric, runs),
        *_checks_exist(exercise, rubric),
        *_solutions_differ(exercise, runs),
        *(point for run in runs for point in _as_declared(run)),
        *_everybody_lost(rubric, runs),
        *_deterministic(runs),
        *_quiet(runs),
    )
    return Proof(exercise=exercise, rubric=rubric, points=points, runs=runs)


def _points_add_up(rubric: Rubric) -> Iterator[Point]:
    total = rubric.max_points
    yield _point(
        "points add up", rubric.exercise, total == FULL, f"they sum to {total}; make it {FULL}"
    )


def _bound(rubric: Rubric, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    tested = {criterion for run in runs for criterion, _ in run.tests}
    for criterion in rubric.criteria:
        yield _point(
            "criterion is bound",
            criterion.id,
            criterion.id in tested or bool(criterion.checks),
            "no hidden test and no check belongs to it; mark a test with it or name a check",
        )


def _checks_exist(exercise: Exercise, rubric: Rubric) -> Iterator[Point]:
    own = exercise.hidden / "checks.py"
    source = own.read_text(encoding="utf-8") if own.exists() else None
    known = known_checks(exercise.language, source)
    for name in rubric.checks:
        yield _point(
            "check exists",
            name,
            name in known,
            f"there is no such check for {exercise.language}; docs/architecture.md tells where "
            "rules live",
        )


def _solutions_differ(exercise: Exercise, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    digests = {run.digest for run in runs if run.variant.kind == "solution"}
    approaches = {variant.note for variant in exercise.solutions}
    yield _point(
        "solutions differ",
        exercise.id,
        min(len(digests), len(approaches)) >= 2,
        "two solutions with different code and approach are the least; add one",
    )


def _as_declared(run: VariantRun) -> Iterator[Point]:
    """A solution gets full marks; the starter and the mutants lose exactly what they declare."""
    variant = run.variant
    claim = {
        "solution": "solution gets full marks",
        "starter": "starter loses what it declares",
        "mutant": "mutant loses what it declares",
    }[variant.kind]
    message = run.fault
    if run.unjudged:
        message = f"no verdict on {_names(run.unjudged)}: {'; '.join(run.details) or 'see doctor'}"
    elif not message and run.lost != variant.loses:
        extra, missing = run.lost - variant.loses, variant.loses - run.lost
        parts = [f"also lost {_names(extra)}"] if extra else []
        parts += [f"did not lose {_names(missing)}"] if missing else []
        why = f" ({'; '.join(run.details)})" if run.details else ""
        message = f"{' and '.join(parts)} with seed {run.seed}{why}"
    yield _point(claim, variant.name, not message, message)


def _everybody_lost(rubric: Rubric, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    lost = frozenset(name for run in runs if run.variant.kind != "solution" for name in run.lost)
    for criterion in rubric.criteria:
        yield _point(
            "criterion is lost by someone",
            criterion.id,
            criterion.id in lost,
            "neither the starter nor a mutant loses it; write the mutant that must",
        )


def _deterministic(runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    first: dict[str, VariantRun] = {}
    for run in runs:
        known = first.setdefault(run.variant.name, run)
        if known is not run:
            yield _point(
                "verdicts repeat",
                run.variant.name,
                known.statuses == run.statuses,
                f"seeds {known.seed} and {run.seed} disagree: {_changed(known, run)}",
            )


def _quiet(runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    for run in runs:
        yield _point(
            "nothing hidden leaks",
            run.variant.name,
            not run.leaks,
            f"a report shows {'; '.join(run.leaks[:3])}",
        )
        if run.variant.kind == "solution":
            yield _point(
                "solution raises no suspicion",
                run.variant.name,
                not run.integrity,
                f"marked for review: {_names(run.integrity)}",
            )


def _point(claim: str, subject: str, holds: bool, message: str) -> Point:
    return Point(claim=claim, subject=subject, holds=holds, message="" if holds else message)


def _changed(left: VariantRun, right: VariantRun) -> str:
    other = dict(right.statuses)
    return ", ".join(
        f"{name} {status}/{other.get(name)}"
        for name, status in left.statuses
        if other.get(name) != status
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(set(names)))
