"""The mutants of an exercise for a terminal: one line of figures, then whoever is alive."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

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


def _told(one: Trialled) -> str:
    mutant = one.mutant
    return safe.line(f"{mutant.place}  {mutant.operator}  {mutant.change}", 300)
