"""What readers are told of the mutants that a machine made of an exercise."""

from __future__ import annotations

from collections.abc import Iterator

from grader.report.view import safe
from grader.verify.machine.equivalents import NAME
from grader.verify.machine.result import MachineResult, Trialled, percent
from grader.verify.output.shapes import Item, Section


def section(result: MachineResult) -> Section:
    """The figures, then whoever is alive: to be mended, without a verdict, declared equivalent."""
    told = (
        f"{len(result.of('killed'))} killed, {len(result.of('survived'))} survived, "
        f"{len(result.equivalent)} equivalent, {len(result.of('unjudged'))} without a verdict; "
        f"score {percent(result.score)} ({len(result.trialled)} of {result.possible} graded)"
    )
    if result.of("survived"):
        told += f". Strengthen a hidden test, or declare in {NAME} why nobody could notice"
    return Section(title="Machine-made mutants", told=told, items=tuple(_items(result)))


def _items(result: MachineResult) -> Iterator[Item]:
    for one in result.of("survived"):
        yield _item(one, f"survived: {one.mutant.operator}")
    for one in result.of("unjudged"):
        yield _item(one, f"no verdict: {one.detail or one.mutant.operator}")
    for one in result.equivalent:
        if one.declared and one.fate == "survived":
            yield _item(one, f"equivalent: {one.declared.because}")


def _item(one: Trialled, text: str) -> Item:
    mutant = one.mutant
    return Item(
        text=safe.line(text, 300),
        place=safe.line(mutant.place, 300),
        before=safe.line(mutant.before, 200),
        after=safe.line(mutant.after or "(nothing)", 200),
    )
