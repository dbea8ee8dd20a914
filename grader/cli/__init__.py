"""The command line: the only place with Click, printing and exit codes."""

from grader.cli.root import main

__all__ = ["main"]
