"""`grader completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from grader.errors import UsageError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Examples:
      eval "$(grader completion bash)"
      grader completion fish > ~/.config/fish/completions/grader.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise UsageError(f"no completion for {shell}")
    root = context.find_root().command
    click.echo(found(root, {}, "grader", "_GRADER_COMPLETE").source())
