"""One probe: a grading, and the claim that its outcome decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grader.model import Exercise, Rubric, Variant
from grader.verify.runs import VariantRun

SEED = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Probe:
    """`judge` tells what is wrong with the run, for the author; an empty text is none."""

    claim: str
    subject: str
    exercise: Exercise
    rubric: Rubric
    variant: Variant
    judge: Callable[[VariantRun], str]

    @property
    def unit(self) -> tuple[Exercise, Rubric, Variant, int]:
        """What has to be graded."""
        return self.exercise, self.rubric, self.variant, SEED
