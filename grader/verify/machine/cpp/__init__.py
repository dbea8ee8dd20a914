"""Mutants of C++, by a small set of operators on libclang's tree.

libclang is what our checks use already, and the solutions are ours, so they may be parsed here,
outside of the box. A mutant that libclang finds an error in is no mutant: every compiler would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from grader.checks.cpp.tokens import tokenize
from grader.verify.machine.cpp.declarations import access, deleted, words
from grader.verify.machine.cpp.expressions import literals, negations, operators, steps
from grader.verify.machine.cpp.source import CppSource, parsed, sources
from grader.verify.machine.cpp.statements import conditions, deletions, guards, jumps, returns
from grader.verify.machine.edit import Edit, Files, Tongue

OPERATORS: tuple[Callable[[CppSource], Iterator[Edit]], ...] = (
    operators, steps, negations, literals, deletions, guards, returns, conditions, jumps, deleted,
    words, access,
)  # fmt: skip


def edits(files: Files) -> Iterator[tuple[str, Edit]]:
    """All edits of a solution. Raises ExerciseError when it does not parse, and ToolMissing."""
    for source in sources(files):
        found = {edit for operator in OPERATORS for edit in operator(source)}
        for edit in sorted(found, key=lambda item: (item.start, item.end, item.operator, item.new)):
            yield source.path, edit


def fingerprint(files: Files) -> str:
    """The tokens of all files."""
    parts = []
    for path, content in files:
        words = " ".join(token.text for token in tokenize(content.decode("utf-8", "replace")))
        parts.append(f"{path} {words}")
    return "\n".join(parts)


def builds(files: Files) -> bool:
    """Whether libclang finds no error."""
    return not parsed(files).errors


CPP = Tongue(edits=edits, fingerprint=fingerprint, builds=builds)
