"""The points of a proof: each with a verdict, and a message that tells the author what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from grader.model import Exercise, Rubric, Variant
from grader.verify.machine.result import MachineResult
from grader.verify.points import Point, names, point
from grader.verify.probes.probe import Probe
from grader.verify.runs import VariantRun
from grader.verify.static_claims import static_claims

SLOWEST_SECONDS = 60.0
"""What grading a solution may take at the median, on a busy machine as well: an order of magnitude,
for a learner waits for it."""


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
        return all(each.holds for each in self.points)


def variants(exercise: Exercise) -> tuple[Variant, ...]:
    """Everything that ships with an exercise and can be graded, in the order of the matrix."""
    return (*exercise.solutions, exercise.starter, *exercise.mutants)


def prove(
    exercise: Exercise,
    rubric: Rubric,
    runs: tuple[VariantRun, ...],
    probed: Iterable[tuple[Probe, VariantRun]] = (),
) -> Proof:
    """Judge the gradings of all variants, each graded once or more, and of the probes."""
    points = (*static_claims(exercise, rubric), *_claims(exercise, rubric, runs, tuple(probed)))
    return Proof(exercise=exercise, rubric=rubric, points=points, runs=runs)


def _claims(
    exercise: Exercise,
    rubric: Rubric,
    runs: tuple[VariantRun, ...],
    probed: tuple[tuple[Probe, VariantRun], ...],
) -> Iterator[Point]:
    unrunnable = _common_fault(runs)
    yield point("hidden tests can be run", exercise.id, not unrunnable, unrunnable)
    if unrunnable:
        return  # nothing that follows could be judged
    yield from _bound(rubric, runs)
    for run in runs:
        yield from _as_declared(run)
    yield from _everybody_lost(rubric, runs)
    yield from _deterministic(runs)
    yield from _quiet(runs)
    yield from _in_time(exercise, runs)
    for probe, run in probed:
        message = probe.judge(run)
        yield point(probe.claim, probe.subject, not message, message)


def _common_fault(runs: tuple[VariantRun, ...]) -> str:
    """The fault of all gradings, if they share one: then it is no variant's."""
    faults = {run.fault for run in runs}
    return faults.pop() if len(faults) == 1 and len(runs) > 1 else ""


def _in_time(exercise: Exercise, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    seconds = [run.seconds for run in runs if run.variant.kind == "solution" and not run.fault]
    middle = median(seconds) if seconds else 0.0
    yield point(
        "a grading takes no longer than a learner waits",
        exercise.id,
        middle <= SLOWEST_SECONDS,
        f"a solution takes {middle:.1f} seconds at the median, {SLOWEST_SECONDS:.0f} are the most; "
        "draw smaller inputs, explore fewer threads, name fewer profiles",
    )


def _bound(rubric: Rubric, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    tested = {criterion for run in runs for criterion, _ in run.tests}
    for criterion in rubric.criteria:
        yield point(
            "criterion is bound",
            criterion.id,
            criterion.id in tested or bool(criterion.checks),
            "no hidden test and no check belongs to it; mark a test with it or name a check",
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
        message = f"no verdict on {names(run.unjudged)}: {'; '.join(run.details) or 'see doctor'}"
    elif not message and run.lost != variant.loses:
        extra, missing = run.lost - variant.loses, variant.loses - run.lost
        parts = [f"also lost {names(extra)}"] if extra else []
        parts += [f"did not lose {names(missing)}"] if missing else []
        why = f" ({'; '.join(run.details)})" if run.details else ""
        message = f"{' and '.join(parts)} with seed {run.seed}{why}"
    yield point(claim, variant.name, not message, message)


def _everybody_lost(rubric: Rubric, runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    lost = frozenset(name for run in runs if run.variant.kind != "solution" for name in run.lost)
    for criterion in rubric.criteria:
        yield point(
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
            yield point(
                "verdicts repeat",
                run.variant.name,
                known.statuses == run.statuses,
                f"seeds {known.seed} and {run.seed} disagree: {_changed(known, run)}",
            )


def _quiet(runs: tuple[VariantRun, ...]) -> Iterator[Point]:
    for run in runs:
        yield point(
            "nothing hidden leaks",
            run.variant.name,
            not run.leaks,
            f"a report shows {'; '.join(run.leaks[:3])}",
        )
        if run.variant.kind == "solution":
            yield point(
                "solution raises no suspicion",
                run.variant.name,
                not run.integrity,
                f"marked for review: {names(run.integrity)}",
            )


def _changed(left: VariantRun, right: VariantRun) -> str:
    other = dict(right.statuses)
    return ", ".join(
        f"{name} {status}/{other.get(name)}"
        for name, status in left.statuses
        if other.get(name) != status
    )
