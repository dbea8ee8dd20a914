"""Hidden tests and checks that no variant needed: not wrong, but unproven."""

from __future__ import annotations

from collections.abc import Iterator

from grader.report.view import safe
from grader.verify.output.shapes import Item, Section
from grader.verify.proof import Proof

MAX_SHOWN = 20


def idle(made: Proof) -> Iterator[Section]:
    """At most two sections: tests that nobody fails, checks that find nothing anywhere.

    They break no claim: a criterion is lost by someone all the same, and a test may be there for
    a fault that nobody has made yet. An author should know, for it may as well be a test that
    cannot fail.
    """
    tests = dict.fromkeys(name for run in made.runs for _, name in run.tests)
    failed = {name for run in made.runs for name in run.failed}
    checks = dict.fromkeys(made.rubric.checks)
    tripped = {name for run in made.runs for name in run.tripped}
    advice = "a mutant that makes that mistake would show that it can"
    yield from _section(
        "Hidden tests that no variant fails", advice, [name for name in tests if name not in failed]
    )
    yield from _section(
        "Checks that find nothing in any variant",
        advice,
        [name for name in checks if name not in tripped],
    )


def _section(title: str, told: str, names: list[str]) -> Iterator[Section]:
    if names:
        shown = [Item(text=safe.line(name, 200)) for name in names[:MAX_SHOWN]]
        more = [Item(text=f"and {len(names) - MAX_SHOWN} more")] if len(names) > MAX_SHOWN else []
        yield Section(title=f"{title} ({len(names)})", told=told, items=(*shown, *more))
