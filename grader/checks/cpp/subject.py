"""A C++ submission as rules see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clang import cindex

from grader.checks.cpp.integrity import tampering
from grader.checks.cpp.unit import Node, Unit, path_of, read_cpp
from grader.checks.protocol import PYLINT, Place, Rule
from grader.checks.results import Plain, result, trouble


class CppSubject:
    """Files read once into one unit."""

    def __init__(self, files: Iterable[tuple[str, bytes]], include_dirs: tuple[str, ...]) -> None:
        self._unit = read_cpp(list(files), include_dirs)
        self._files = {item.path: item for item in self._unit.files}
        self.parse = [trouble(message, place) for message, place in self._unit.errors]
        self.notes: list[Plain] = []
        self.integrity = list(tampering(self._unit))

    def __enter__(self) -> CppSubject:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing outlives the unit."""

    def trees(self, rule: Rule) -> Iterable[Unit]:
        """The unit, unless the rule needs a tree and there is none."""
        return [] if self.missing(rule) else [self._unit]

    def missing(self, rule: Rule | None = None) -> str:
        """Why there is no tree; a rule on tokens does not miss one."""
        if not self._files:
            return "there is no C++ file to look at"
        errors = self._unit.errors
        if rule is not None and rule.tokens_only and not any(self._unread()):
            errors = ()
        if not errors:
            return ""
        message, place = errors[0]
        at = f", line {place.line}" if place.line else ""
        return f"{place.file}{at} could not be parsed: {message}"

    def _unread(self) -> Iterable[str]:
        return (item.trouble for item in self._files.values())

    def locate(self, tree: Unit, where: Any) -> Place:
        """The place of a node or cursor, or a `Place` as it is."""
        if isinstance(where, Place):
            return where
        cursor = where.cursor if isinstance(where, Node) else where
        if not isinstance(cursor, cindex.Cursor):
            raise TypeError(f"a check yielded {type(where).__name__}, which is no cursor")
        spot = cursor.location
        path = path_of(spot)
        column = self._files[path].column(spot.line, spot.column) if path in self._files else 0
        return Place(file=path or self._unit.files[0].path, line=spot.line, column=column)

    def lint(self, symbols: tuple[str, ...]) -> list[Plain]:
        """pylint reads Python only."""
        message = "pylint messages are for Python"
        return [result(PYLINT + symbol, "error", message) for symbol in symbols]
