"""`grader start`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from grader.cli.library import ExerciseId, load
from grader.cli.root import Library
from grader.errors import UsageError

MARKER = ".grader.toml"


@click.command()
@click.argument("exercise", type=ExerciseId())
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def command(library: Library, exercise: str, folder: Path | None) -> None:
    """Copy the starter, the task and the public tests of an exercise into a folder.

    FOLDER defaults to the exercise's id. A marker file in it names the exercise, so that
    `grader grade FOLDER` needs no more words.

    \b
    Examples:
      grader start py-singleton
      grader start py-singleton ~/review/week-3
    """
    loaded, _ = load(library, exercise)
    target = folder or Path(loaded.id)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} exists and is not empty; name another folder")
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name in loaded.files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(loaded.starter.folder / name, target / name)
        shutil.copyfile(loaded.folder / "README.md", target / "README.md")
        for source in sorted((loaded.folder / "public").glob("*.*")):
            shutil.copyfile(source, target / source.name)
        (target / MARKER).write_text(f'exercise = "{loaded.id}"\n', encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{target}: {error.strerror}; name a folder that can be written") from None
    click.echo(f"{loaded.title}: read {target / 'README.md'},")
    click.echo(f"repair {', '.join(str(target / name) for name in loaded.files)},")
    click.echo(f"then run: grader grade {target}")
