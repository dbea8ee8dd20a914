"""`grader new`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from grader.cli.root import Library, bundled
from grader.errors import UsageError
from grader.load import load_exercise
from grader.model import Exercise, Language
from grader.scaffold import Scaffold, scaffold

STEPS = (
    ("starter/", "the flawed snippet ({files}; another name goes into exercise.toml, too)"),
    ("flaws.toml", "what is wrong with it, and where"),
    ("README.md", "what the code promises: all that can cost points"),
    ("solutions/", "right repairs that differ, two at least"),
    ("hidden/", "tests of the promises; scenarios for what a call alone does not show"),
    ("{rubric}", "criteria and points; each test belongs to one"),
    ("mutants/", "wrong repairs, with the criteria that each loses"),
    ("public/", "examples for learners: they hold for solutions and fail on the starter"),
    ("exercise.toml", "title, summary, and what the starter loses"),
)
"""What an author does next: what is edited, and what goes there."""


@click.command()
@click.argument("exercise_id", metavar="ID")
@click.option(
    "--language", type=click.Choice(["python", "cpp"]), required=True, help="What learners write."
)
@click.option("--title", help="The title that learners see.")
@click.pass_context
def command(
    context: click.Context, exercise_id: str, language: Language, title: str | None
) -> None:
    """Make a new exercise: a small one that already verifies, to be replaced bit by bit.

    ID names its folder and its rubric, such as py-fair-queue. Nothing that exists is changed.
    The exit code is 2 when something is in the way or cannot be written, or ID is no such name.

    \b
    Examples:
      grader new py-fair-queue --language python
      grader --exercises my/exercises --rubrics my/rubrics new cpp-ring --language cpp
    """
    given: dict[str, Path | None] = context.find_root().params
    exercises, rubrics = _folders(context.obj, given)
    made = scaffold(exercise_id, language, exercises, rubrics, title)
    click.echo("\n".join(_told(made, load_exercise(made.folder), given)))


def _folders(library: Library, given: dict[str, Path | None]) -> tuple[Path, Path]:
    """Where to write: an exercise and its rubric belong together, in folders of the author's."""
    missing = [name for name in ("exercises", "rubrics") if given[name] is None]
    if len(missing) == 1:
        raise UsageError(f"name both folders or none: --{missing[0]} FOLDER is missing before new")
    if missing and bundled("exercises").parent != Path(__file__).resolve().parents[2]:
        raise UsageError(
            "what you write into an installed grader is gone with its next version; name folders "
            "of your own: grader --exercises FOLDER --rubrics FOLDER new ID"
        )
    return library.exercises, library.rubrics


def _told(made: Scaffold, exercise: Exercise, given: dict[str, Path | None]) -> Iterator[str]:
    options = [part for name in ("exercises", "rubrics") if given[name] is not None
               for part in (f"--{name}", str(given[name]))]  # fmt: skip
    prove = shlex.join(["grader", *options, "verify", exercise.id])
    steps = _steps(made, exercise)
    width = max(len(name) for name, _ in steps)
    yield f"Made {_short(made.folder)}: a small exercise that works. See it pass:"
    yield f"  {prove}"
    yield "Then make it yours, in this order; comments in the files say how:"
    for number, (name, what) in enumerate(steps, 1):
        yield f"  {number}. {name.ljust(width)}  {what}"
    yield "Verify it after each step. This explains them all:"
    yield f"  {_short(bundled('docs') / 'authoring.md')}"
    if exercise.language == "cpp":
        yield "Verifying needs a C++ compiler; grader doctor tells whether there is one."


def _steps(made: Scaffold, exercise: Exercise) -> list[tuple[str, str]]:
    words = {"files": ", ".join(exercise.files), "rubric": _short(made.rubric)}
    return [(name.format(**words), what.format(**words)) for name, what in STEPS]


def _short(path: Path) -> str:
    """The path from here, when it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
