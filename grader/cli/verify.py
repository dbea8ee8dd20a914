"""`grader verify`."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader import __version__
from grader.cli.library import ExerciseId, load
from grader.cli.output import write_files
from grader.cli.root import Library
from grader.errors import ExerciseError, RubricError, UsageError
from grader.load import find_exercises
from grader.model import Exercise, Rubric
from grader.verify import Proof, prove
from grader.verify.cache import ProofCache
from grader.verify.changes import touched
from grader.verify.grading import graders
from grader.verify.output import FORMATS, ProofView, Unreadable, exercise_view, render, view_of
from grader.verify.output.github import annotations, append_summary, pause, resume
from grader.verify.output.text import matrix, summary
from grader.verify.proof import variants
from grader.verify.remembered import Grades

BROKEN, UNREADABLE = 1, 3
DEFAULT_OUT = Path("grader-verify")


@click.command()
@click.argument("exercises", nargs=-1, type=ExerciseId())
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(FORMATS)),
    help="File to write; repeat for more (with --out alone: html and json).",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help=f"Folder for the files.  [default: {DEFAULT_OUT}]"
)
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output, and no other.")
@click.option(
    "--repeat",
    type=click.IntRange(1, 100),
    default=2,
    show_default=True,
    help="Grade every variant this often, each time with another seed.",
)
@click.option("--changed-since", metavar="REV", help="Only what differs from a git revision.")
@click.option("--no-cache", is_flag=True, help="Grade everything anew, and keep nothing.")
@click.option("--stress", is_flag=True, help="Grade while all cores are busy, in another order.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes (all cores)."
)
@click.pass_obj
def command(
    library: Library,
    exercises: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    as_json: bool,
    repeat: int,
    changed_since: str | None,
    no_cache: bool,
    stress: bool,
    jobs: int,
) -> None:
    """Prove that exercises are sound: all of them, or those named.

    Every solution gets full marks; the starter and every mutant lose exactly the criteria that
    they declare; every criterion is lost by someone; points add up; verdicts repeat; nothing
    hidden shows in any report.

    \b
    Exit codes: 0 all hold, 1 something falls short, 2 wrong usage, 3 an exercise or a
    rubric cannot be read, 4 the environment lacks something.

    \b
    Examples:
      grader verify
      grader verify py-lru-cache --repeat 5
      grader verify --changed-since origin/main --format junit --format html
      grader verify --stress --format github
    """
    started = time.perf_counter()
    wanted = formats or (("html", "json") if out else ())
    cache = None if no_cache or stress else ProofCache()
    names = _names(library, exercises, changed_since)
    views = []
    with (
        graders(jobs, cache=cache, stress=repeat if stress else None) as grades,
        _no_commands("github" in wanted and not as_json),
    ):
        for made in _proofs(library, names, repeat, grades):
            shown = exercise_view(made, rubrics=library.rubrics, base=_base())
            views.append(shown)
            if not as_json:
                click.echo(matrix(shown, colour=sys.stdout.isatty()))
    facts = _facts(repeat, changed_since, stress)
    view = view_of(views, time.perf_counter() - started, facts)
    if as_json:
        click.echo(render(view, "json"), nl=False)
    paths = write_files(out or DEFAULT_OUT, {FORMATS[name]: render(view, name) for name in wanted})
    if not as_json:
        _tell(view, changed_since, paths)
    if "github" in wanted:
        _tell_github(view, to_terminal=not as_json)
    click.get_current_context().exit(_code(view))


def _names(
    library: Library, named: tuple[str, ...], changed_since: str | None
) -> tuple[str, ...]:
    """The ids to prove, in order: those named or all, and of these what a change touches."""
    found = {folder.name: folder for folder in find_exercises(library.exercises)}
    names = tuple(dict.fromkeys(named)) or tuple(found)
    if changed_since is None:
        return names
    folders = touched(changed_since, found.values(), library.rubrics)
    changed = {folder.name for folder in folders}
    return tuple(name for name in names if name in changed or name not in found)


def _proofs(
    library: Library, names: tuple[str, ...], repeat: int, grades: Grades
) -> Iterator[Proof | Unreadable]:
    """One proof after the other, while those to come are being graded."""
    loaded = [_load(library, name) for name in names]
    runs = grades.run(
        [
            (exercise, rubric, variant, seed)
            for exercise, rubric in (item for item in loaded if not isinstance(item, Unreadable))
            for seed in range(1, repeat + 1)
            for variant in variants(exercise)
        ]
    )
    for item in loaded:
        if isinstance(item, Unreadable):
            yield item
        else:
            exercise, rubric = item
            count = repeat * len(variants(exercise))
            yield prove(exercise, rubric, tuple(next(runs) for _ in range(count)))


def _load(library: Library, name: str) -> tuple[Exercise, Rubric] | Unreadable:
    """One that is broken on disk does not keep the others from being proven."""
    try:
        return load(library, name)
    except (ExerciseError, RubricError) as error:
        return Unreadable(id=name, error=error)


def _base() -> Path:
    """What paths are shown relative to: annotations need the top of the checkout."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()


def _facts(repeat: int, changed_since: str | None, stress: bool) -> Iterator[tuple[str, str]]:
    yield "grader", __version__
    yield "seeds", f"1 to {repeat}"
    if changed_since is not None:
        yield "changed since", changed_since
    if stress:
        yield "machine", f"under load, order {repeat}"


@contextmanager
def _no_commands(on_github: bool) -> Iterator[None]:
    """What is printed quotes files: on GitHub, none of its lines may be taken for a command."""
    if not on_github:
        yield
        return
    token = secrets.token_hex(16)
    click.echo(pause(token))
    try:
        yield
    finally:
        click.echo(resume(token))


def _tell(view: ProofView, changed_since: str | None, paths: tuple[Path, ...]) -> None:
    if not view.exercises:
        why = f" differs from {changed_since}" if changed_since else " is there"
        click.echo(f"nothing to prove: no exercise{why}")
    else:
        click.echo(summary(view, colour=sys.stdout.isatty()), nl=False)
    for path in paths:
        click.echo(f"{path.suffix[1:].upper():<5} {path}")


def _tell_github(view: ProofView, *, to_terminal: bool) -> None:
    for line in annotations(view):
        click.echo(line, err=not to_terminal)
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        try:
            append_summary(view, Path(file))
        except OSError as error:
            raise UsageError(f"GITHUB_STEP_SUMMARY: {file}: {error.strerror}") from None


def _code(view: ProofView) -> int:
    if not all(item.readable for item in view.exercises):
        return UNREADABLE
    return 0 if view.holds else BROKEN
