"""The options of `grader verify` about machine-made mutants."""

from __future__ import annotations

import functools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import click

from grader.verify.machine.challenge import MINIMUM, Options
from grader.verify.machine.generate import LIMITS


class Share(click.ParamType[Fraction]):
    """A number from 0 to 1, exact."""

    name = "score"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """The share; one line of what is wrong otherwise."""
        try:
            share = Fraction(value)
        except (ValueError, ZeroDivisionError):
            self.fail(f"{value} is not a number such as 0.8", param, ctx)
        if not 0 <= share <= 1:
            self.fail(f"{value} is not between 0 and 1", param, ctx)
        return share


def machine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--machine` and what belongs to it, as one argument `machine`."""
    usual = ", ".join(f"{number} {language}" for language, number in LIMITS.items())

    @click.option(
        "--machine", is_flag=True, help="Grade mutants made by machine as well, which takes longer."
    )
    @click.option(
        "--machine-limit",
        type=click.IntRange(1, 10_000),
        help=f"So many mutants of each solution at most.  [default: {usual}]",
    )
    @click.option(
        "--machine-min",
        type=Share(),
        default=str(float(MINIMUM)),
        show_default=True,
        help="The share of them that must lose a point.",
    )
    @functools.wraps(command)
    def with_machine(
        *args: Any, machine: bool, machine_limit: int | None, machine_min: Fraction, **others: Any
    ) -> Any:
        wanted = Options(limit=machine_limit, minimum=machine_min) if machine else None
        return command(*args, machine=wanted, **others)

    return with_machine
