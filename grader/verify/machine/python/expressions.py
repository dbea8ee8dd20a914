"""Other operators in expressions: comparison, arithmetic, logic, signs; other bounds of slices."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.verify.machine.edit import Edit
from grader.verify.machine.python.source import Source

# Each operator with a pattern for its text, and what it is exchanged for: the neighbour that is
# easily mistaken for it, and its opposite.
_COMPARISONS: dict[type[ast.cmpop], tuple[bytes, tuple[bytes, ...]]] = {
    ast.Lt: (rb"<", (b"<=", b">=")),
    ast.LtE: (rb"<=", (b"<", b">")),
    ast.Gt: (rb">", (b">=", b"<=")),
    ast.GtE: (rb">=", (b">", b"<")),
    ast.Eq: (rb"==", (b"!=",)),
    ast.NotEq: (rb"!=", (b"==",)),
    ast.Is: (rb"\bis\b", (b"is not",)),
    ast.IsNot: (rb"\bis\s+not\b", (b"is",)),
    ast.In: (rb"\bin\b", (b"not in",)),
    ast.NotIn: (rb"\bnot\s+in\b", (b"in",)),
}
_ARITHMETIC: dict[type[ast.operator], tuple[bytes, bytes]] = {
    ast.Add: (rb"\+", b"-"),
    ast.Sub: (rb"-", b"+"),
    ast.Mult: (rb"\*", b"//"),
    ast.Div: (rb"/", b"*"),
    ast.FloorDiv: (rb"//", b"*"),
    ast.Mod: (rb"%", b"//"),
    ast.Pow: (rb"\*\*", b"*"),
    ast.BitAnd: (rb"&", b"|"),
    ast.BitOr: (rb"\|", b"&"),
    ast.BitXor: (rb"\^", b"&"),
    ast.LShift: (rb"<<", b">>"),
    ast.RShift: (rb">>", b"<<"),
}
_TWINS = {"min": b"max", "max": b"min", "any": b"all", "all": b"any"}


def comparisons(source: Source) -> Iterator[Edit]:
    """`a < b` becomes `a <= b`, and `a >= b`."""
    for node in source.walk():
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for left, right, kind in zip(operands, operands[1:], node.ops, strict=False):
                pattern, others = _COMPARISONS[type(kind)]
                span = source.find(pattern, source.end(left), source.start(right))
                for other in others if span else ():
                    yield source.within("comparison", span or (0, 0), other, node)


def arithmetic(source: Source) -> Iterator[Edit]:
    """`a + b` becomes `a - b`; `a += b` becomes `a -= b`, and `a = b`."""
    for node in source.walk():
        if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
            pattern, other = _ARITHMETIC[type(node.op)]
            span = source.find(pattern, source.end(node.left), source.start(node.right))
            if span:
                yield source.within("arithmetic", span, other, node)
        elif isinstance(node, ast.AugAssign) and type(node.op) in _ARITHMETIC:
            pattern, other = _ARITHMETIC[type(node.op)]
            span = source.find(pattern + b"=", source.end(node.target), source.start(node.value))
            if span:
                yield source.within("arithmetic", span, other + b"=", node)
                yield source.within("arithmetic", span, b"=", node)


def logic(source: Source) -> Iterator[Edit]:
    """`a and b` becomes `a or b`; `not a` becomes `a`; `-a` becomes `a`."""
    for node in source.walk():
        if isinstance(node, ast.BoolOp):
            pattern, other = (
                (rb"\band\b", b"or") if isinstance(node.op, ast.And) else (rb"\bor\b", b"and")
            )
            for left, right in zip(node.values, node.values[1:], strict=False):
                span = source.find(pattern, source.end(left), source.start(right))
                if span:
                    yield source.within("logic", span, other, node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            is_not = isinstance(node.op, ast.Not)
            start = source.start(node)
            span = source.find(rb"not\s*" if is_not else rb"-", start, source.end(node))
            if span:
                yield source.within("not" if is_not else "sign", span, b"", node)


def twins(source: Source) -> Iterator[Edit]:
    """`max(a, b)` becomes `min(a, b)`."""
    for node in source.walk():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            other = _TWINS.get(node.func.id)
            if other:
                yield source.within("call", source.span(node.func), other, node)


def slices(source: Source) -> Iterator[Edit]:
    """`a[i:]` becomes `a[:]`, and `a[(i) + 1:]`; numbers are the business of constants."""
    for node in source.walk():
        if isinstance(node, ast.Slice):
            for bound in (node.lower, node.upper):
                if bound is None:
                    continue
                yield source.within("slice", source.span(bound), b"", node)
                if not isinstance(bound, ast.Constant):
                    moved = b"(" + source.text(bound) + b") + 1"
                    yield source.within("slice", source.span(bound), moved, node)
