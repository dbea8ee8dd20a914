"""`grader list`."""

from __future__ import annotations

import json

import click

from grader.cli.library import load_all
from grader.cli.root import Library


@click.command()
@click.option("--language", type=click.Choice(["python", "cpp"]), help="Only this language.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@click.pass_obj
def command(library: Library, language: str | None, as_json: bool) -> None:
    """List the exercises.

    \b
    Examples:
      grader list
      grader list --language cpp --json
    """
    exercises = [
        item for item in load_all(library) if language is None or item.language == language
    ]
    if as_json:
        rows = [
            {
                "id": item.id,
                "title": item.title,
                "language": item.language,
                "difficulty": item.difficulty,
                "minutes": item.minutes,
                "summary": item.summary,
                "files": list(item.files),
            }
            for item in exercises
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not exercises:
        click.echo(f"No exercises in {library.exercises}.")
        return
    width = max(len(item.id) for item in exercises)
    for item in exercises:
        name = click.style(item.id.ljust(width), bold=True)
        level = "●" * item.difficulty + "○" * (5 - item.difficulty)
        click.echo(f"{name}  {item.language:<6}  {level}  ~{item.minutes:>3} min  {item.title}")
    click.echo("\nBegin one with: grader start EXERCISE")
