"""`grader comment`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from grader.batch.decide import comment, whoami
from grader.load.names import display


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.argument("student")
@click.argument("exercise")
@click.argument("text")
@click.option("--who", help="Who writes (default: your account's name).")
def command(run: Path, student: str, exercise: str, text: str, who: str | None) -> None:
    """Write something to a learner; it stands in the report and in the exports.

    RUN is the --out folder of a batch.
    """
    entry = comment(run, student, exercise, text, who=who or whoami(), when=datetime.now(UTC))
    click.echo(f"{display(entry.student.label)}  {exercise}: the comment is in the report")
