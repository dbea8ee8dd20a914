"""The mutants of an exercise for a terminal: one line of figures, then whoever is alive."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from grader.report.view import safe
from grader.verify.machine.equivalents import NAME
from grader.verify.machine.result import MachineResult, Trialled


def percent(share: Fraction | None) -> str:
    """A share in whole percent, rounded down: 99.9 % of them are not all."""
    return "-" if share is None else f"{int(share * 100)} %"


def lines(result: MachineResult) -> Iterator[str]:
    """Plain text without colours; nothing in it steers a terminal."""
    graded = len(result.trialled)
    yield (
        f"machine-made mutants: {len(result.of('killed'))} killed, "
        f"{len(result.of('survived'))} survived, {len(result.equivalent)} equivalent, "
        f"{len(result.of('unjudged'))} without a verdict; score {percent(result.score)} "
        f"({graded} of {result.possible} graded)"
    )
    for one in result.of("survived"):
        yield f"  survived  {_told(one)}"
    for one in result.of("unjudged"):
        yield f"  no verdict  {_told(one)}{': ' if one.detail else ''}{safe.line(one.detail, 200)}"
    if result.of("survived"):
        yield f"  strengthen a hidden test, or declare in {NAME} why nobody could notice"


def as_data(result: MachineResult) -> dict[str, Any]:
    """All of it for programs, in plain JSON types; `score` is a number from 0 to 1, or null."""
    score = result.score
    return {
        "killed": len(result.of("killed")),
        "survived": len(result.of("survived")),
        "equivalent": len(result.equivalent),
        "unjudged": len(result.of("unjudged")),
        "graded": len(result.trialled),
        "possible": result.possible,
        "score": None if score is None else round(float(score), 4),
        "minimum": float(result.minimum),
        "mutants": [_mutant(one) for one in result.trialled],
    }


def _mutant(one: Trialled) -> dict[str, Any]:
    mutant, declared = one.mutant, one.declared
    return {
        "solution": mutant.solution,
        "file": mutant.file,
        "line": mutant.line,
        "column": mutant.column,
        "operator": mutant.operator,
        "before": mutant.before,
        "after": mutant.after,
        "fate": one.fate,
        "lost": one.lost,
        "equivalent_because": declared.because if declared else "",
        "detail": one.detail,
        "seconds": round(one.seconds, 3),
    }


def _told(one: Trialled) -> str:
    mutant = one.mutant
    return safe.line(f"{mutant.place}  {mutant.operator}  {mutant.change}", 300)
