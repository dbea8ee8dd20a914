"""`grader show`."""

from __future__ import annotations

import click

from grader.cli.library import ExerciseId, load
from grader.cli.root import Library


@click.command()
@click.argument("exercise", type=ExerciseId())
@click.pass_obj
def command(library: Library, exercise: str) -> None:
    """Show an exercise: its task, and the criteria of its rubric.

    \b
    Example:
      grader show py-lru-cache
    """
    loaded, rubric = load(library, exercise)
    click.secho(f"{loaded.title}  ({loaded.id})", bold=True)
    click.echo(
        f"{loaded.language}, difficulty {loaded.difficulty} of 5, about {loaded.minutes} minutes"
    )
    click.echo(f"Hand in: {', '.join(loaded.files)}\n")
    click.echo((loaded.folder / "README.md").read_text(encoding="utf-8").strip())
    click.secho(f"\nWhat is graded ({float(rubric.max_points):g} points)", bold=True)
    for criterion in rubric.criteria:
        points = f"{float(criterion.points):g}"
        click.echo(f"  {points:>4}  {criterion.title}  [{criterion.kind}]")
    click.echo(f"\nBegin with: grader start {loaded.id}")
