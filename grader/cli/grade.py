"""`grader grade`."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from grader.cli.formats import FORMATS
from grader.cli.library import ExerciseId, load
from grader.cli.root import Library
from grader.errors import UsageError
from grader.load import read_marker
from grader.load.names import display
from grader.model import Grade
from grader.pipeline.engine import Engine

BELOW, INCOMPLETE, REJECTED = 1, 4, 5
DEFAULT_OUT = Path("grader-report")


@click.command()
@click.argument("submission", type=click.Path(path_type=Path))
@click.option("--exercise", type=ExerciseId(), help="The exercise, where no marker file names it.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=DEFAULT_OUT,
    show_default=True,
    help="Folder for the reports.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(FORMATS)),
    help="Report to write; repeat for more (default: html and json).",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 when the grade is below.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Replay a grading with its seed.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Practice without walls on code that you trust; writes a page, records no grade.",
)
@click.option("--open", "open_report", is_flag=True, help="Open the HTML report in a browser.")
@click.pass_obj
def command(
    library: Library,
    submission: Path,
    exercise: str | None,
    out: Path,
    formats: tuple[str, ...],
    fail_under: float | None,
    seed: int | None,
    unsafe: bool,
    open_report: bool,
) -> None:
    """Grade a submission: a folder, or a zip or tar archive of one.

    \b
    Exit codes: 0 graded, 1 below --fail-under, 2 wrong usage, 3 a broken exercise or
    rubric, 4 an environment fault or an incomplete grade, 5 the submission was refused.

    \b
    Examples:
      grader grade py-singleton
      grader grade week-3/alice --exercise py-lru-cache --out reports/alice
      grader grade . --fail-under 80 --format json
    """
    if unsafe and set(formats) - {"html"}:
        raise UsageError("--unsafe is for practice and records nothing: only --format html")
    with Engine(unsafe=unsafe) as engine:
        engine.warm_up()
        loaded, rubric = load(library, exercise or _marked(submission))
        engine.warm_up(loaded.language)
        from grader.cli.grading import run, summary, write_reports

        chosen = secrets.randbits(32) if seed is None else seed
        graded = run(engine, submission, loaded, rubric, chosen)
    wanted = ("html",) if unsafe else (formats or ("html", "json"))
    paths = write_reports(graded.grade, out, wanted)
    click.echo(summary(graded.grade), nl=False)
    for path in paths:
        click.echo(f"{path.suffix[1:].upper():<5} {path}")
    for detail in graded.details if graded.grade.status == "incomplete" else ():
        click.secho(f"for the instructor: {detail}", err=True, dim=True)
    if open_report:
        _open(paths)
    click.get_current_context().exit(_code(graded.grade, fail_under))


def _marked(submission: Path) -> str:
    found = read_marker(submission)
    if found is None:
        raise UsageError(
            f"{display(str(submission))} does not say which exercise it is (no .grader.toml); "
            "name it with --exercise ID"
        )
    return found


def _code(grade: Grade, fail_under: float | None) -> int:
    if grade.status == "rejected":
        return REJECTED
    if grade.percent is None:
        return INCOMPLETE
    return BELOW if fail_under is not None and grade.percent < fail_under else 0


def _open(paths: tuple[Path, ...]) -> None:
    pages = [path for path in paths if path.suffix == ".html"]
    if not pages:
        raise UsageError("--open needs the html report; add --format html")
    click.launch(str(pages[0]))
