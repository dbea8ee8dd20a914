"""`grader override`."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import click

from grader.batch.decide import override, whoami
from grader.load.names import display
from grader.report.view.numbers import number


class Points(click.ParamType[Fraction]):
    """An exact number of points, such as `7`, `2.5` or `1/3`."""

    name = "points"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """The points; one line of what is wrong otherwise."""
        try:
            points = Fraction(str(value))
        except (ValueError, ZeroDivisionError):
            self.fail(f"{value} is not a number such as 7, 2.5 or 1/3", param, ctx)
        if points < 0:
            self.fail(f"{value} is less than 0", param, ctx)
        return points


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.argument("student")
@click.argument("exercise")
@click.argument("criterion")
@click.option("--points", type=Points(), help="The rubric's points that count from now on.")
@click.option("--withdraw", is_flag=True, help="Go back to the points as graded.")
@click.option("--because", required=True, help="The reason; the learner reads it.")
@click.option("--who", help="Who decides (default: your account's name).")
def command(
    run: Path,
    student: str,
    exercise: str,
    criterion: str,
    points: Fraction | None,
    withdraw: bool,
    because: str,
    who: str | None,
) -> None:
    """Decide the points of one criterion yourself. Regrading does not undo it.

    RUN is the --out folder of a batch.

    \b
    Example:
      grader override week-3 alice py-retry pauses --points 15 --because "seen in class"
    """
    if (points is None) is not withdraw:
        raise click.UsageError("give either --points N or --withdraw")
    entry = override(
        run,
        student,
        exercise,
        criterion,
        points=points,
        because=because,
        who=who or whoami(),
        when=datetime.now(UTC),
    )
    total = "no number yet" if entry.points is None else f"{number(entry.points).text} points"
    click.echo(f"{display(entry.student.label)}  {exercise}: {total}, and the report says why")
