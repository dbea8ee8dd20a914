"""A rubric: criteria and their points. Points are exact; no float ever holds a score."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

CriterionKind = Literal["behaviour", "static", "quality"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """One line of a rubric, bound to hidden tests (by their marker) or to `checks`.

    `requires` names criteria without which this one cannot be judged: it is then
    skipped, not failed. With `partial`, passing some of its tests earns that share of
    the points; without it the points are all or nothing.
    """

    id: str
    title: str
    points: Fraction
    kind: CriterionKind
    cause: str
    consequence: str
    next_step: str
    requires: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rubric:
    """The criteria of one exercise, in the order in which reports show them."""

    exercise: str
    criteria: tuple[Criterion, ...]
    digest: str = field(repr=False)

    @property
    def max_points(self) -> Fraction:
        """The points of all criteria together."""
        return sum((criterion.points for criterion in self.criteria), Fraction(0))

    @property
    def checks(self) -> tuple[str, ...]:
        """Every static check that some criterion asks for, each once, in order."""
        return tuple(dict.fromkeys(name for item in self.criteria for name in item.checks))
