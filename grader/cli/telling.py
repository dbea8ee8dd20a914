"""What `grader verify` says while it runs and when it is done."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader.errors import UsageError
from grader.load.names import display
from grader.verify.output import ExerciseView, ProofView, github, text


@contextmanager
def no_commands(on_github: bool) -> Iterator[None]:
    """What is printed quotes files: on GitHub, none of its lines may be taken for a command."""
    if not on_github:
        yield
        return
    token = secrets.token_hex(16)
    click.echo(github.pause(token))
    try:
        yield
    finally:
        click.echo(github.resume(token))


def tell_exercise(view: ExerciseView) -> None:
    """The matrix of one exercise, on the terminal."""
    click.echo(text.matrix(view, colour=sys.stdout.isatty()))


def tell_end(view: ProofView, changed_since: str | None, paths: Iterable[Path]) -> None:
    """The figures of all, and the files that were written."""
    if view.exercises:
        click.echo(text.summary(view, colour=sys.stdout.isatty()), nl=False)
    else:
        why = f"differs from {display(changed_since)}" if changed_since else "was found"
        click.echo(f"nothing to prove: no exercise {why}")
    for path in paths:
        click.echo(f"{path.suffix[1:].upper():<5} {path}")


def tell_github(view: ProofView, *, to_stderr: bool) -> None:
    """The annotations; and the summary, where the job has a file for it."""
    for line in github.commands(view):
        click.echo(line, err=to_stderr)
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        try:
            github.append_summary(view, Path(file))
        except OSError as error:
            raise UsageError(f"GITHUB_STEP_SUMMARY: {file}: {error.strerror}") from None
