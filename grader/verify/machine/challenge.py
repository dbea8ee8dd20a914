"""Grades the machine-made mutants of one exercise, and says what became of each."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from grader.model import Exercise, Rubric, Variant
from grader.verify.machine.equivalents import path_of, read_equivalents
from grader.verify.machine.generate import generate
from grader.verify.machine.result import Equivalent, Fate, MachineMutant, MachineResult, Trialled
from grader.verify.runs import VariantRun

SEED = 1
MINIMUM = Fraction(4, 5)
"""The least score unless told otherwise: what an author is expected to reach without declaring
everything; most of our exercises are well above it.
"""


class Grades(Protocol):
    """Something that grades units and yields the runs in their order, as `Verifier` does."""

    def run(
        self, work: Iterable[tuple[Exercise, Rubric, Variant, int]]
    ) -> Iterator[VariantRun]:
        """Grade (exercise, rubric, variant, seed) units."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How many mutants of each solution (None: as many as usual), and the least score."""

    limit: int | None = None
    minimum: Fraction = MINIMUM


def challenge(
    exercise: Exercise, rubric: Rubric, grades: Grades, options: Options
) -> MachineResult:
    """Make mutants, grade each once, and compare with what was declared.

    Raises ExerciseError when `equivalents.toml` has mistakes or a solution does not parse.
    """
    declared = read_equivalents(exercise)
    made = generate(exercise, options.limit)
    with tempfile.TemporaryDirectory(prefix="grader-mutants-") as folder:
        variants = [
            _write(mutant, exercise, Path(folder) / f"{number:04}")
            for number, mutant in enumerate(made.chosen)
        ]
        runs = list(grades.run([(exercise, rubric, variant, SEED) for variant in variants]))
    meant = {one: one.among(made.found) for one in declared}
    return MachineResult(
        trialled=tuple(
            _trialled(mutant, run, meant)
            for mutant, run in zip(made.chosen, runs, strict=True)
        ),
        possible=made.possible,
        declared=declared,
        unmatched=tuple(one for one in declared if not meant[one]),
        minimum=options.minimum,
        file=path_of(exercise),
    )


def _write(mutant: MachineMutant, exercise: Exercise, folder: Path) -> Variant:
    """The mutant as a folder to hand in: its solution's, with the edited file."""
    solution = next(one for one in exercise.solutions if one.name == mutant.solution)
    shutil.copytree(solution.folder, folder)
    for name, content in mutant.files:
        (folder / name).write_bytes(content)
    return Variant(
        name=mutant.place, kind="machine", folder=folder, loses=frozenset(), note=mutant.change
    )


def _trialled(
    mutant: MachineMutant,
    run: VariantRun,
    meant: Mapping[Equivalent, Sequence[MachineMutant]],
) -> Trialled:
    fate: Fate = "survived"
    if run.lost:
        fate = "killed"
    elif run.fault or run.unjudged or not run.statuses:
        fate = "unjudged"
    return Trialled(
        mutant=mutant,
        fate=fate,
        lost=min(run.lost, default=""),
        detail="; ".join(filter(None, (run.fault, *run.details))) if fate == "unjudged" else "",
        declared=next((one for one in meant if mutant in meant[one]), None),
        seconds=run.seconds,
    )
