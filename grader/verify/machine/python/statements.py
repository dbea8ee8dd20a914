"""Other statements: left out, never reached, always reached, out of the lock, another error."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.verify.machine.edit import Edit
from grader.verify.machine.python.source import Source

_CAN_GO = (
    ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.Raise, ast.Assert,
    ast.Global, ast.Nonlocal, ast.Break, ast.Continue,
)  # fmt: skip


def deletions(source: Source) -> Iterator[Edit]:
    """A statement becomes `pass`. Not an import: without the name everything fails."""
    for node in source.walk():
        bare = isinstance(node, ast.Return) and node.value is None
        if bare or isinstance(node, _CAN_GO):
            yield source.replaced("statement", node, b"pass")


def returns(source: Source) -> Iterator[Edit]:
    """`return a` becomes `return None`."""
    for node in source.walk():
        if isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield source.within("return", source.span(value), b"None", node)


def jumps(source: Source) -> Iterator[Edit]:
    """`break` becomes `continue`, and the other way round."""
    for node in source.walk():
        if isinstance(node, ast.Break):
            yield source.replaced("jump", node, b"continue")
        elif isinstance(node, ast.Continue):
            yield source.replaced("jump", node, b"break")


def conditions(source: Source) -> Iterator[Edit]:
    """What is done on a condition is done always, or never; a loop has no rounds."""
    for node in source.walk():
        if isinstance(node, ast.If | ast.IfExp):
            yield source.replaced("condition", node.test, b"True")
            yield source.replaced("condition", node.test, b"False")
        elif isinstance(node, ast.While):
            yield source.replaced("condition", node.test, b"False")
        elif isinstance(node, ast.For | ast.AsyncFor):
            yield source.replaced("loop", node.iter, b"()")


def locks(source: Source) -> Iterator[Edit]:
    """`with lock:` becomes `if True:`, and what it guards keeps its place."""
    for node in source.walk():
        if not isinstance(node, ast.With | ast.AsyncWith):
            continue
        if any(item.optional_vars is not None for item in node.items):
            continue  # the name would be missing, and everything would fail
        last = source.end(node.items[-1].context_expr)
        colon = source.find(rb":", last, source.start(node.body[0]))
        if colon:
            header = source.start(node), colon[0]
            yield Edit(operator="with", start=header[0], end=header[1], new=b"if True",
                       shown=header)  # fmt: skip


def handlers(source: Source) -> Iterator[Edit]:
    """`except KeyError:` catches everything, or nothing at all."""
    for node in source.walk():
        if isinstance(node, ast.ExceptHandler) and node.type is not None:
            if source.text(node.type) not in (b"Exception", b"BaseException"):
                yield source.replaced("handler", node.type, b"Exception")
            yield source.replaced("handler", node.type, b"()")


def errors(source: Source) -> Iterator[Edit]:
    """`raise ValueError(text)` becomes `raise Exception(text)`."""
    for node in source.walk():
        if isinstance(node, ast.Raise) and node.exc is not None:
            kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if isinstance(kind, ast.Name | ast.Attribute) and source.text(kind) != b"Exception":
                yield source.within("raise", source.span(kind), b"Exception", node)


def decorators(source: Source) -> Iterator[Edit]:
    """A decorator is taken away."""
    for node in source.walk():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                at = source.content.rfind(b"@", 0, source.start(decorator))
                span = at, source.end(decorator)
                yield Edit(operator="decorator", start=at, end=span[1], new=b"", shown=span)
