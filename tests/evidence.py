"""Rubrics and evidence, made briefly for the tests of scoring."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from grader.model import (
    CheckOutcome,
    Criterion,
    CriterionResult,
    Evidence,
    EvidenceSource,
    Finding,
    Location,
    Outcome,
    Rubric,
    TestOutcome,
)
from grader.model.rubric import CriterionKind
from grader.scoring import score

KINDS: tuple[CriterionKind, ...] = ("behaviour", "static", "quality")
OUTCOMES: list[Outcome] = ["passed", "failed", "error", "skipped"]
TESTS_BROKE = EvidenceSource(name="tests", state="failed", message="pytest was killed")
CHECKS_BROKE = EvidenceSource(name="checks", state="unavailable", message="no libclang")


def criterion(
    name: str = "a",
    *,
    points: Fraction | int = 10,
    kind: CriterionKind = "behaviour",
    requires: Sequence[str] = (),
    checks: Sequence[str] = (),
    partial: bool = False,
) -> Criterion:
    """A criterion, usual unless told otherwise."""
    return Criterion(
        id=name,
        title=f"Title of {name}",
        points=Fraction(points),
        kind=kind,
        cause="c",
        consequence="c",
        next_step="n",
        requires=tuple(requires),
        checks=tuple(checks),
        partial=partial,
    )


def rubric(*criteria: Criterion) -> Rubric:
    """A rubric of these criteria."""
    return Rubric(exercise="x", criteria=criteria, digest="")


def ran(of: str, *outcomes: Outcome) -> tuple[TestOutcome, ...]:
    """What the tests of one criterion came to."""
    return tuple(
        TestOutcome(criterion=of, name=f"test_{number}", outcome=outcome, seconds=0.1)
        for number, outcome in enumerate(outcomes)
    )


def check(name: str, outcome: Outcome, message: str = "") -> CheckOutcome:
    """What one check came to, with a finding if it failed."""
    found = Finding(check=name, message="seen", location=Location(file="a.py", line=3))
    return CheckOutcome(
        check=name,
        outcome=outcome,
        findings=(found,) if outcome == "failed" else (),
        message=message,
    )


def judge(
    item: Criterion,
    test_outcomes: Sequence[Outcome] = (),
    check_outcomes: Sequence[CheckOutcome] = (),
    sources: Sequence[EvidenceSource] = (),
) -> CriterionResult:
    """The verdict on a rubric of one criterion."""
    evidence = Evidence(
        tests=ran(item.id, *test_outcomes),
        checks=tuple(check_outcomes),
        sources=tuple(sources),
    )
    (result,) = score(rubric(item), evidence)
    return result
