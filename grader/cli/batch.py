"""`grader batch`."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import click

from grader.batch.classrun import Wishes, grade_class
from grader.cli.library import ExerciseId
from grader.cli.progress import progress_for
from grader.cli.root import Library

INCOMPLETE, INTERRUPTED = 4, 130


class Duration(click.ParamType[float]):
    """A length of time such as `90m`, `8h` or `30s`, in seconds."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Seconds; one line of what is wrong otherwise."""
        text = str(value).strip().lower()
        units = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
        try:
            seconds = Fraction(text[:-1]) * units[text[-1:]]
        except (ValueError, KeyError, ZeroDivisionError):
            self.fail(f"{text!r} is not a time such as 90m or 8h", param, ctx)
        if seconds <= 0:
            self.fail(f"{text!r} is no time at all", param, ctx)
        return float(seconds)


@click.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="Folder of the gradebook; the same one again goes on where it ended.",
)
@click.option("--roster", type=click.Path(path_type=Path), help="CSV of who is in the class.")
@click.option("--course", type=click.Path(path_type=Path), help="course.toml: due times, policy.")
@click.option("--exercise", type=ExerciseId(), help="The exercise, where the folder is of one.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=lambda: len(os.sched_getaffinity(0)),
    help="Workers of this machine.  [default: its processors]",
)
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler, such as tcp://host:8786.")
@click.option(
    "--resume/--fresh",
    default=True,
    show_default=True,
    help="Grade what is missing, or everything again; decisions stay.",
)
@click.option("--retry-incomplete", is_flag=True, help="Try again what came to no verdict.")
@click.option("--limit-time", type=Duration(), help="Begin nothing new after this, such as 8h.")
@click.option(
    "--limit-unit", type=Duration(), default="15m", show_default=True, help="Give a unit up then."
)
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="Seed of a new gradebook.")
@click.option("--dry-run", is_flag=True, help="Say what was understood, and grade nothing.")
@click.pass_obj
def command(
    library: Library,
    submissions: Path,
    out: Path,
    roster: Path | None,
    course: Path | None,
    exercise: str | None,
    jobs: int,
    cluster: str | None,
    resume: bool,
    retry_incomplete: bool,
    limit_time: float | None,
    limit_unit: float,
    seed: int | None,
    dry_run: bool,
) -> None:
    """Grade a whole class, and keep the gradebook in one folder.

    SUBMISSIONS is a folder as people have it: student/exercise folders, one folder a student,
    or what Canvas, Moodle, GitHub Classroom or Gradescope gave you, zip or unpacked.

    \b
    Exit codes: 0 all graded, 2 wrong usage, 3 a broken exercise or rubric, 4 something is
    incomplete, or the machine failed, 130 interrupted. Nothing recorded is ever lost: the
    same command again does what is missing.

    \b
    Examples:
      grader batch submissions --out week-3 --exercise py-lru-cache
      grader batch canvas.zip --out week-3 --exercise py-retry --roster roster.csv
      grader export week-3 --to csv
    """
    wishes = Wishes(
        submissions=submissions,
        out=out,
        roster=roster,
        course=course,
        exercise=exercise,
        jobs=jobs,
        cluster=cluster,
        fresh=not resume,
        retry_incomplete=retry_incomplete,
        limit_seconds=limit_time,
        unit_seconds=limit_unit,
        seed=seed,
        dry_run=dry_run,
    )
    outcome = grade_class(library.exercises, library.rubrics, wishes, progress_for())
    if outcome.interrupted:
        click.get_current_context().exit(INTERRUPTED)
    click.get_current_context().exit(INCOMPLETE if outcome.open_units else 0)
