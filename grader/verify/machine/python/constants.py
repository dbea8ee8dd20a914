"""Other values: numbers one off, truth turned round, text gone, defaults taken away."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.verify.machine.edit import Edit
from grader.verify.machine.python.source import Source


def constants(source: Source) -> Iterator[Edit]:
    """`3` becomes `4`, and `2`; `True` becomes `False`; `None` becomes `False`; text is emptied.

    What stands right of `is` stays: `a is False` would be a condition that never holds, again.
    """
    looks = {
        other
        for node in source.walk()
        if isinstance(node, ast.Compare)
        for kind, other in zip(node.ops, node.comparators, strict=True)
        if isinstance(kind, ast.Is | ast.IsNot)
    }
    for node in source.walk():
        if isinstance(node, ast.JoinedStr):
            yield source.replaced("constant", node, b'""')
        elif isinstance(node, ast.Constant) and node not in looks:
            for other in _others(node.value):
                yield source.replaced("constant", node, other)


def _others(value: object) -> tuple[bytes, ...]:
    match value:
        case bool():
            return (b"False" if value else b"True",)
        case None:
            return (b"False",)
        case int():
            return tuple(b"(%d)" % near if near < 0 else b"%d" % near
                         for near in (value + 1, value - 1))  # fmt: skip
        case float():
            return (repr(value + 1.0).encode(),)
        case str():
            return (b'""' if value else b'"?"',)
        case bytes():
            return (b'b""' if value else b'b"?"',)
        case _:
            return ()


def defaults(source: Source) -> Iterator[Edit]:
    """`def f(a=1)` becomes `def f(a)`."""
    for node in source.walk():
        if isinstance(node, ast.arguments):
            plain = [*node.posonlyargs, *node.args]
            given = plain[len(plain) - len(node.defaults) :]
            pairs = [*zip(given, node.defaults, strict=True),
                     *zip(node.kwonlyargs, node.kw_defaults, strict=True)]  # fmt: skip
            for argument, default in pairs:
                if default is not None:
                    span = source.end(argument), source.end(default)
                    yield source.within("default", span, b"", argument)
