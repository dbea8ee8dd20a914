"""`grader demo`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import click

from grader.cli.library import load
from grader.cli.output import write_reports
from grader.cli.root import Library, bundled
from grader.errors import ToolMissing
from grader.load import take_in
from grader.pipeline.engine import Engine
from grader.pipeline.steps import grade

OUT = Path("grader-report") / "demo"
SEED = 2026


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=OUT,
    show_default=True,
    help="Folder for the reports.",
)
@click.pass_obj
def command(library: Library, out: Path) -> None:
    """Grade the sample submissions that ship with grader, and say where their reports are.

    \b
    Example:
      grader demo
    """
    rows = []
    with Engine(heat=True) as engine:
        for folder in sorted(bundled("exercises").glob("*/samples/*")):
            exercise, rubric = load(library, folder.parents[1].name)
            click.echo(f"grading {exercise.id}: {folder.name}", err=True)
            try:
                graded = grade(engine, exercise, rubric, take_in(folder, exercise), SEED)
            except ToolMissing as missing:
                rows.append((exercise.id, folder.name, "-", str(missing)))
                continue
            target = out / exercise.id / folder.name
            page, *_ = write_reports(graded.grade, target, ("html", "json"))
            rows.append((exercise.id, folder.name, _points(graded.grade.points), str(page)))
        rung = engine.rung
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    click.echo()
    for row in rows:
        name, sample, points = (row[column].ljust(widths[column]) for column in range(3))
        click.echo(f"{click.style(name, bold=True)}  {sample}  {points}  {row[3]}")
    click.echo(f"\nGraded behind the {rung} walls. Open a report in any browser.")


def _points(points: Fraction | None) -> str:
    return "incomplete" if points is None else f"{float(points):g} points"
