"""`grader export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import click

from grader.batch.book import Gradebook
from grader.batch.exports import NOTES, Options, formats, gradescope, render
from grader.batch.results import load_book
from grader.cli.output import write_files
from grader.errors import GraderError, UsageError
from grader.load.names import display

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
RUBRIC_POINTS = Fraction(100)
"""Every rubric adds up to it (docs/architecture.md)."""
_NOTE_LINES = 20
"""Lines of notes on the terminal; the file has them all."""


@click.command()
@click.argument("run", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "format", required=True, type=click.Choice(formats()), help="The format.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder (default: RUN/exports).")
@click.option("--exercise", default="", metavar="ID", help="This exercise only.")
@click.option("--student", default="", metavar="ID", help="This student only.")
@click.option("--worksheet", type=_FILE, help="Moodle: the downloaded grading worksheet to fill.")
@click.option("--gradebook", type=_FILE, help="Canvas: the downloaded gradebook to fill.")
@click.option("--column", default="", metavar="TITLE", help="Canvas: the assignment to fill.")
def command(
    run: Path,
    format: str,
    out: Path | None,
    exercise: str,
    student: str,
    worksheet: Path | None,
    gradebook: Path | None,
    column: str,
) -> None:
    """Write the gradebook of the batch in folder RUN for another program.

    \b
    Examples:
      grader export night --to csv
      grader export night --to canvas --gradebook Grades-CS101.csv
      grader export night --to moodle --exercise py-lru-cache --worksheet Grades-LRU.csv
    """
    _refuse_unused(format, worksheet, gradebook)
    if column and gradebook is None:
        raise UsageError("--column names a column of the file that --gradebook gives")
    options = Options(
        exercise=exercise,
        student=student,
        column=column,
        worksheet=_read(worksheet),
        gradebook=_read(gradebook),
    )
    export(run, format, options, out or run / "exports", load_book)


def export(
    run: Path, format: str, options: Options, out: Path, load: Callable[[Path], Gradebook]
) -> None:
    """Write the files, and say where they are and what they leave out."""
    try:
        files = render(load(run), format, options)
    except Exception as error:
        if format == "gradescope" and options.student:
            # Gradescope shows its own puzzling error where an autograder leaves no results.
            told = str(error) if isinstance(error, GraderError) else type(error).__name__
            title = options.exercise or "Grading"
            _write(out, {"results.json": gradescope.crashed(title, RUBRIC_POINTS, told)})
        raise
    if not files:
        raise UsageError(f"nothing to export to {format}: nobody handed in anything")
    written = _write(out, files)
    stale = out / f"{format}{NOTES}"
    if stale.name not in files:
        stale.unlink(missing_ok=True)
    for path in written[:_NOTE_LINES]:
        click.echo(display(str(path)))
    if len(written) > _NOTE_LINES:
        click.echo(f"… and {len(written) - _NOTE_LINES:,} more files")
    for name, content in files.items():
        if name.endswith(NOTES):
            _tell(content.decode().splitlines(), out / name)


def _tell(lines: list[str], path: Path) -> None:
    """Notes go to standard error: a person should read them, a program need not."""
    for line in lines[:_NOTE_LINES]:
        click.secho(f"note: {display(line, 400)}", fg="yellow", err=True)
    if len(lines) > _NOTE_LINES:
        click.secho(f"note: {len(lines) - _NOTE_LINES:,} more in {display(str(path))}", err=True)


def _write(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write each file whole or not at all; names may have folders in them."""
    written: list[Path] = []
    for name, content in files.items():
        *folders, last = name.split("/")
        folder = out
        for part in folders:
            folder = folder / part
            if folder.is_symlink():
                raise UsageError(f"{folder} is a link; name a real folder with --out")
        written += write_files(folder, {last: content})
    return written


def _read(path: Path | None) -> bytes | None:
    """The content of a file that was given. UsageError when it cannot be read."""
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None


def _refuse_unused(format: str, worksheet: Path | None, gradebook: Path | None) -> None:
    """UsageError for a file that the format would not look at."""
    for option, given, wanted in (
        ("--worksheet", worksheet, "moodle"),
        ("--gradebook", gradebook, "canvas"),
    ):
        if given is not None and format != wanted:
            raise UsageError(f"{option} is for --to {wanted}; {format} has no use for it")
