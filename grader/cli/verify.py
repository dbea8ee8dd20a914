"""`grader verify`."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from grader import __version__
from grader.cli.library import ExerciseId, load
from grader.cli.machine import machine_options
from grader.cli.output import write_files
from grader.cli.root import Library
from grader.cli.telling import no_commands, tell_end, tell_exercise, tell_github
from grader.load import find_exercises
from grader.verify.cache import ProofCache
from grader.verify.changes import touched
from grader.verify.each import prove_each
from grader.verify.grading import graders
from grader.verify.machine.challenge import Options
from grader.verify.output import FORMATS, ProofView, exercise_view, render, view_of

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
    "--out",
    type=click.Path(path_type=Path),
    help=f"Folder for the files.  [default: {DEFAULT_OUT}]",
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
@machine_options
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
    machine: Options | None,
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
    base = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    views = []
    with (
        no_commands(_on_github(wanted) and not as_json),
        graders(jobs, cache=cache, stress=repeat if stress else None) as grades,
    ):
        for made in prove_each(names, partial(load, library), grades, repeat, machine):
            views.append(exercise_view(made, rubrics=library.rubrics, base=base))
            if not as_json:
                tell_exercise(views[-1])
    facts = _facts(repeat, changed_since, stress)
    view = view_of(views, time.perf_counter() - started, facts)
    contents = {FORMATS[name]: render(view, name) for name in dict.fromkeys(wanted)}
    paths = write_files(out or DEFAULT_OUT, contents) if contents else ()
    if as_json:
        click.echo(render(view, "json"), nl=False)
    else:
        tell_end(view, changed_since, paths)
    if "github" in wanted:
        tell_github(view, to_stderr=as_json)
    click.get_current_context().exit(_code(view))


def _names(
    library: Library, named: tuple[str, ...], changed_since: str | None
) -> tuple[str, ...]:
    """The ids to prove, in order: those named or all, and of these what a change touches."""
    found = {folder.name: folder for folder in find_exercises(library.exercises)}
    names = tuple(dict.fromkeys(named)) or tuple(found)
    if changed_since is None:
        return names
    changed = {
        folder.name for folder in touched(changed_since, found.values(), library.rubrics)
    }
    return tuple(name for name in names if name in changed or name not in found)


def _on_github(formats: tuple[str, ...]) -> bool:
    """Whether lines that look like commands would be obeyed."""
    return "github" in formats or os.environ.get("GITHUB_ACTIONS") == "true"


def _facts(repeat: int, changed_since: str | None, stress: bool) -> Iterator[tuple[str, str]]:
    yield "grader", __version__
    yield "seeds", f"1 to {repeat}" if repeat > 1 else "1"
    if changed_since is not None:
        yield "changed since", changed_since
    if stress:
        yield "machine", f"under load, order {repeat}"


def _code(view: ProofView) -> int:
    if not all(item.readable for item in view.exercises):
        return UNREADABLE
    return 0 if view.holds else BROKEN
