"""A Python source with a tree whose places are offsets in bytes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.verify.machine.edit import Edit

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_Span = tuple[int, int]
_ANNOTATIONS = ("annotation", "returns", "type_comment")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


class Source:
    """One file. Raises SyntaxError when it is not Python."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.tree = ast.parse(content)
        first = len(_BOM) if content.startswith(_BOM) else 0
        self._lines = [first, *(found.end() for found in _LINE_END.finditer(content))]

    def span(self, node: ast.AST) -> _Span:
        """First byte of a node, and the first one after it; without brackets around it."""
        return self.start(node), self.end(node)

    def start(self, node: ast.AST) -> int:
        """The first byte of a node."""
        lineno, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        return self._lines[lineno - 1] + int(column)

    def end(self, node: ast.AST) -> int:
        """The first byte after a node."""
        lineno, column = getattr(node, "end_lineno", 1), getattr(node, "end_col_offset", 0)
        return self._lines[lineno - 1] + int(column)

    def text(self, node: ast.AST) -> bytes:
        """The bytes of a node."""
        return self.content[slice(*self.span(node))]

    def find(self, pattern: bytes, start: int, end: int) -> _Span | None:
        """Where `pattern` first stands between two bytes, comments left out."""
        for found in re.finditer(rb"#[^\r\n]*|(?P<it>" + pattern + rb")", self.content[start:end]):
            if found["it"] is not None:
                return start + found.start(), start + found.end()
        return None

    def walk(self) -> Iterator[ast.AST]:
        """All nodes that run, each before those in it.

        Annotations and docstrings do nothing, and before 3.12 Python does not tell where the
        parts of an f-string stand.
        """
        stack: list[ast.AST] = [self.tree]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, ast.JoinedStr):
                continue
            below = [
                child
                for name, value in ast.iter_fields(node)
                if name not in _ANNOTATIONS
                for child in (value if isinstance(value, list) else [value])
                if isinstance(child, ast.AST) and not _is_docstring(node, child)
            ]
            stack.extend(reversed(below))

    def replaced(self, operator: str, node: ast.AST, new: bytes) -> Edit:
        """The edit that puts `new` in the place of `node`."""
        start, end = self.span(node)
        return Edit(operator=operator, start=start, end=end, new=new, shown=(start, end))

    def within(self, operator: str, span: _Span, new: bytes, node: ast.AST) -> Edit:
        """The edit of a part of `node`, which is shown whole."""
        first, last = self.span(node)
        shown = (min(first, span[0]), max(last, span[1]))
        return Edit(operator=operator, start=span[0], end=span[1], new=new, shown=shown)


def _is_docstring(parent: ast.AST, child: ast.AST) -> bool:
    return (
        isinstance(parent, _DOCUMENTED)
        and isinstance(child, ast.Expr)
        and child is parent.body[0]
        and isinstance(child.value, ast.Constant)
        and isinstance(child.value.value, str)
    )
