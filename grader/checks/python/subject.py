"""A Python submission as rules and pylint see it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import PurePosixPath
from types import TracebackType
from typing import Any

from astroid import nodes

from grader.checks.protocol import PYLINT, Place, Rule
from grader.checks.python.lint import (
    SYNTAX_ERROR,
    forget,
    lint,
)
from grader.checks.python.pragmas import ignored_pragmas, tampering
from grader.checks.python.source import PythonFile, read_python
from grader.checks.results import Plain, concluded, finding, result, trouble


class PythonSubject:
    """Files read once; a context manager, for astroid remembers modules by name."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        sources = [(path, content) for path, content in files if path.endswith(".py")]
        self._files = [read_python(path, content, _module(path)) for path, content in sources]
        self._by_module = {id(file.module): file for file in self._files if file.module is not None}
        self.parse = [
            trouble(file.trouble.message, _where(file)) for file in self._files if file.trouble
        ]
        self.notes = [note for file in self._files for note in ignored_pragmas(file)]
        self.integrity = [item for file in self._files for item in tampering(file)]

    def __enter__(self) -> PythonSubject:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for file in self._files:
            forget(_module(file.path))

    def trees(self, rule: Rule) -> Iterable[nodes.Module]:
        """The astroid module of every file that has one."""
        return [file.module for file in self._files if file.module is not None]

    def missing(self, rule: Rule | None = None) -> str:
        """Which file has no tree, and why."""
        for file in self._files:
            if file.trouble is not None:
                at = f", line {file.trouble.line}" if file.trouble.line else ""
                return f"{file.path}{at} could not be read: {file.trouble.message}"
        return "" if self._files else "there is no Python file to look at"

    def locate(self, tree: nodes.Module, where: Any) -> Place:
        """The place of an astroid node, or a `Place` as it is."""
        if isinstance(where, Place):
            return where
        if not isinstance(where, nodes.NodeNG):
            raise TypeError(f"a check yielded {type(where).__name__}, which is no astroid node")
        file = self._by_module[id(tree)]
        line = where.lineno or 1
        return Place(file=file.path, line=line, column=file.column(line, where.col_offset or 0))

    def lint(self, symbols: tuple[str, ...]) -> list[Plain]:
        """One result for each symbol; findings of all files together."""
        broken: dict[str, str] = {}
        found: dict[str, list[Plain]] = {symbol: [] for symbol in symbols}
        asked = tuple(symbol for symbol in symbols if symbol != SYNTAX_ERROR)
        for file in self._files:
            if file.trouble is not None and SYNTAX_ERROR in found:
                found[SYNTAX_ERROR].append(_message(file, SYNTAX_ERROR, file.trouble.message))
            if file.module is None:
                continue
            linted = lint(file, asked)
            broken.update(linted.broken)
            for item in linted.messages:
                if item.symbol in found:
                    column = file.column(item.line, item.offset)
                    place = Place(file=file.path, line=item.line, column=column)
                    found[item.symbol].append(finding(PYLINT + item.symbol, item.text, place))
        return [
            result(PYLINT + symbol, "error", broken[symbol])
            if symbol in broken
            else concluded(PYLINT + symbol, found[symbol], self.missing())
            for symbol in symbols
        ]


def _module(path: str) -> str:
    """An import name; never one of the standard library's, which astroid knows already."""
    parts = [part for part in PurePosixPath(path).with_suffix("").parts if part != "__init__"]
    name = ".".join(parts) or "submission"
    return f"submitted_{name}" if parts and parts[0] in sys.stdlib_module_names else name


def _where(file: PythonFile) -> Place:
    assert file.trouble is not None
    return Place(file=file.path, line=file.trouble.line, column=file.trouble.column)


def _message(file: PythonFile, symbol: str, text: str) -> Plain:
    return finding(PYLINT + symbol, text, _where(file))
