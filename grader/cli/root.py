"""The `grader` command: global options, commands loaded on demand, and the one error edge."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from grader import __version__
from grader.errors import GraderError
from grader.load.names import display

MAX_LINE = 1_000
COMMANDS = {
    "list": "grader.cli.list",
    "show": "grader.cli.show",
    "start": "grader.cli.start",
    "grade": "grader.cli.grade",
    "batch": "grader.cli.batch",
    "override": "grader.cli.override",
    "comment": "grader.cli.comment",
    "export": "grader.cli.export",
    "new": "grader.cli.new",
    "verify": "grader.cli.verify",
    "doctor": "grader.cli.doctor",
    "completion": "grader.cli.completion",
    "demo": "grader.cli.demo",
}
"""Command name to the module that defines it as `command`; only the one in use is imported."""


@dataclass(frozen=True, slots=True)
class Library:
    """Where exercises and rubrics are read from."""

    exercises: Path
    rubrics: Path


class LazyGroup(click.Group):
    """Imports a command's module when it is asked for, so that help stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of a learner's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does, with a suggestion for a mistyped command."""
        import difflib

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            ctx.fail(f"no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)


def bundled(name: str) -> Path:
    """The folder of that name beside this package in a checkout, or as installed by the wheel."""
    beside = Path(__file__).resolve().parents[2] / name
    return beside if beside.is_dir() else Path(sys.prefix) / "share" / "grader" / name


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--exercises", type=_FOLDER, help="Folder of exercises (default: the bundled ones).")
@click.option("--rubrics", type=_FOLDER, help="Folder of rubrics (default: the bundled ones).")
@click.version_option(__version__, prog_name="grader")
@click.pass_context
def root(context: click.Context, exercises: Path | None, rubrics: Path | None) -> None:
    """Grade repairs of flawed code: hidden tests and static checks, a rubric, a report.

    \b
    A learner's day:
      grader list
      grader start py-singleton
      grader grade py-singleton
    """
    context.obj = Library(exercises or bundled("exercises"), rubrics or bundled("rubrics"))


def main() -> None:
    """Run the command line. A GraderError is one clear line and its exit code; a bug is a bug."""
    try:
        root(prog_name="grader")
    except GraderError as error:
        # What a learner chose may be in it: only our own line breaks may reach the terminal.
        told = "\n".join(display(line, MAX_LINE) for line in str(error).split("\n"))
        click.secho(f"grader: {told}", fg="red", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
