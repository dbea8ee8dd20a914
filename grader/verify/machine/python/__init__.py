"""Mutants of Python, by operators of our own on `ast`.

Why not a tool: cosmic-ray 8.7 can be asked for its operators alone, but they know no statement
left out, no lock taken away, no default and no return value, which is what our exercises are
about, and they come with parso and a dozen packages more (a database, a web client, git). mutmut
3.8 rewrites whole modules into one that holds all mutants, for its own runner, and brings libcst,
coverage and a terminal interface. Both are made for a project with its test run; here a mutant is
one more submission. What is below needs the standard library only.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterator

from grader.verify.machine.edit import Edit, Files, Tongue
from grader.verify.machine.python.constants import constants, defaults
from grader.verify.machine.python.expressions import arithmetic, comparisons, logic, slices, twins
from grader.verify.machine.python.source import Source
from grader.verify.machine.python.statements import (
    conditions,
    decorators,
    deletions,
    errors,
    handlers,
    jumps,
    locks,
    returns,
)

OPERATORS: tuple[Callable[[Source], Iterator[Edit]], ...] = (
    comparisons, arithmetic, logic, twins, slices, constants, defaults, deletions, returns, jumps,
    conditions, locks, handlers, errors, decorators,
)  # fmt: skip


def edits(files: Files) -> Iterator[tuple[str, Edit]]:
    """All edits of a solution. Raises SyntaxError when a file is not Python."""
    for path, content in files:
        source = Source(content)
        found = [edit for operator in OPERATORS for edit in operator(source)]
        for edit in sorted(found, key=lambda item: (item.start, item.end, item.operator, item.new)):
            yield path, edit


def fingerprint(files: Files) -> str:
    """The trees of all files; empty when one of them is not Python."""
    try:
        return "\n".join(f"{path} {ast.dump(ast.parse(content))}" for path, content in files)
    except SyntaxError:
        return ""


def builds(files: Files) -> bool:
    """Whether all files compile: a tree may still have `break` outside of a loop."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of `1 is False`, and the like
            for path, content in files:
                compile(content, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


PYTHON = Tongue(edits=edits, fingerprint=fingerprint, builds=builds)
