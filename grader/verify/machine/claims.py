"""What a proof claims about machine-made mutants, and what an author does when it is not so."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from grader.verify.machine.challenge import Grades, Options, challenge
from grader.verify.machine.equivalents import NAME
from grader.verify.machine.result import MachineResult, Trialled, percent
from grader.verify.points import Point
from grader.verify.proof import Proof

MAX_NAMED = 5


def challenged(proof: Proof, grades: Grades, options: Options | None) -> Proof:
    """The proof with the mutants' claims added; as it is without options.

    Raises ExerciseError as `challenge` does.
    """
    if options is None:
        return proof
    result = challenge(proof.exercise, proof.rubric, grades, options)
    points = (*proof.points, *claims(result, proof.exercise.id))
    return dataclasses.replace(proof, points=points, machine=result)


def claims(result: MachineResult, subject: str) -> Iterator[Point]:
    """Enough of them are killed; every declaration means a mutant, and none that is killed."""
    yield Point(
        claim="machine-made mutants are killed",
        subject=subject,
        holds=result.is_enough,
        message="" if result.is_enough else _too_few(result),
    )
    for one in result.declared:
        gone = one in result.unmatched
        yield Point(
            claim="declared equivalent exists",
            subject=one.subject,
            holds=not gone,
            message=f"it matches no mutant any more: remove it from {NAME}" if gone else "",
        )
        killed = [each for each in result.equivalent if each.declared == one
                  and each.fate == "killed"]  # fmt: skip
        yield Point(
            claim="declared equivalent survives",
            subject=one.subject,
            holds=not killed,
            message=_not_equivalent(killed),
        )


def _too_few(result: MachineResult) -> str:
    alive = (*result.of("survived"), *result.of("unjudged"))
    named = "; ".join(
        f"{one.mutant.place} {one.mutant.change}"
        + (" (no verdict)" if one.fate == "unjudged" else "")
        for one in alive[:MAX_NAMED]
    )
    more = f"; and {len(alive) - MAX_NAMED} more" if len(alive) > MAX_NAMED else ""
    return (
        f"{percent(result.score)} are killed, {percent(result.minimum)} are the least: "
        f"strengthen a hidden test, or declare in {NAME} why nobody could notice. "
        f"Alive: {named}{more}"
    )


def _not_equivalent(killed: list[Trialled]) -> str:
    if not killed:
        return ""
    first = killed[0]
    return (
        f"{first.mutant.place} {first.mutant.change} is killed, it loses {first.lost}: remove the "
        f"declaration from {NAME}"
    )
