"""The options about machine-made mutants."""

from __future__ import annotations

from fractions import Fraction

import click
import pytest
from click.testing import CliRunner

from grader.cli.machine import machine_options
from grader.verify.machine.challenge import Options


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", None),
        ("--machine-limit 3", None),
        ("--machine", Options(limit=None, minimum=Fraction(4, 5))),
        ("--machine --machine-limit 3 --machine-min 0.95",
         Options(limit=3, minimum=Fraction(19, 20))),
        ("--machine --machine-min 1", Options(minimum=Fraction(1))),
    ],
)  # fmt: skip
def test_what_is_asked_for(arguments: str, expected: Options | None) -> None:
    given: list[Options | None] = []

    @click.command()
    @machine_options
    def command(machine: Options | None) -> None:
        given.append(machine)

    CliRunner().invoke(command, arguments.split(), catch_exceptions=False)
    assert given == [expected]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--machine-min 80", "80 is not between 0 and 1"),
        ("--machine-min most", "most is not a number such as 0.8"),
        ("--machine-min 1/0", "1/0 is not a number"),
        ("--machine-limit 0", "--machine-limit"),
    ],
)
def test_what_makes_no_sense(arguments: str, told: str) -> None:
    @click.command()
    @machine_options
    def command(machine: Options | None) -> None:
        raise AssertionError

    result = CliRunner().invoke(command, arguments.split())
    assert result.exit_code == 2
    assert told in result.output
