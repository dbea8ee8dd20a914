"""Several exercises, one proof after the other, graded side by side."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from grader.errors import ExerciseError, GraderError, RubricError
from grader.model import Exercise, Rubric
from grader.verify.folder import check_folder
from grader.verify.machine.challenge import Options
from grader.verify.machine.claims import challenged
from grader.verify.probes import Probe, probes
from grader.verify.proof import Proof, prove, variants
from grader.verify.remembered import Grades, Unit
from grader.verify.runs import VariantRun

Load = Callable[[str], tuple[Exercise, Rubric]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreadable:
    """An exercise that could not be loaded: one mistake a line of the error."""

    id: str
    error: GraderError


def prove_each(
    ids: Iterable[str],
    load: Load,
    grades: Grades,
    repeat: int,
    machine: Options | None = None,
) -> Iterator[Proof | Unreadable]:
    """Each proof as soon as it is made, while the gradings of those to come are under way.

    One that is broken on disk does not keep the others from being proven; any other error of
    `load` goes on up.
    """
    with tempfile.TemporaryDirectory(prefix="grader-probes-") as folder:
        planned = [_plan(each, load, repeat, Path(folder)) for each in ids]
        plans = [plan for plan in planned if isinstance(plan, Plan)]
        runs = grades.run([unit for plan in plans for unit in plan.units])
        for plan in planned:
            if isinstance(plan, Unreadable):
                yield plan
                continue
            graded = tuple(islice(runs, len(plan.units)))
            try:
                yield challenged(plan.proof(graded), grades, machine)
            except ExerciseError as error:  # its own checks are no Python, or equivalents.toml
                yield Unreadable(id=plan.exercise.id, error=error)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """One exercise and all that has to be graded for its proof."""

    exercise: Exercise
    rubric: Rubric
    variants: tuple[Unit, ...]
    probes: tuple[Probe, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The gradings, in the order in which `proof` takes their results."""
        return (*self.variants, *(probe.unit for probe in self.probes))

    def proof(self, runs: tuple[VariantRun, ...]) -> Proof:
        """The proof that these results make."""
        count = len(self.variants)
        probed = zip(self.probes, runs[count:], strict=True)
        return prove(self.exercise, self.rubric, runs[:count], probed)


def plan_of(exercise: Exercise, rubric: Rubric, repeat: int, folder: Path) -> Plan:
    """What a proof of one exercise needs. Probes are written below `folder`, which must stay."""
    return Plan(
        exercise=exercise,
        rubric=rubric,
        variants=tuple(
            (exercise, rubric, variant, seed)
            for seed in range(1, repeat + 1)
            for variant in variants(exercise)
        ),
        probes=probes(exercise, rubric, folder),
    )


def _plan(each: str, load: Load, repeat: int, folder: Path) -> Plan | Unreadable:
    read = _read(each, load)
    if isinstance(read, Unreadable):
        return read
    return plan_of(*read, repeat, folder / each)


def _read(each: str, load: Load) -> tuple[Exercise, Rubric] | Unreadable:
    try:
        exercise, rubric = load(each)
        check_folder(exercise)
    except (ExerciseError, RubricError) as error:
        return Unreadable(id=each, error=error)
    return exercise, rubric
