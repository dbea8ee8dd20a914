"""Other operators and other values in C++ expressions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from clang.cindex import CursorKind

from grader.verify.machine.cpp.source import CppSource, Piece
from grader.verify.machine.edit import Edit

_OTHERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "<": ("comparison", ("<=", ">=")),
    "<=": ("comparison", ("<", ">")),
    ">": ("comparison", (">=", "<=")),
    ">=": ("comparison", (">", "<")),
    "==": ("comparison", ("!=",)),
    "!=": ("comparison", ("==",)),
    "+": ("arithmetic", ("-",)),
    "-": ("arithmetic", ("+",)),
    "*": ("arithmetic", ("/",)),
    "/": ("arithmetic", ("*",)),
    "%": ("arithmetic", ("/",)),
    "+=": ("arithmetic", ("-=", "=")),
    "-=": ("arithmetic", ("+=", "=")),
    "*=": ("arithmetic", ("/=", "=")),
    "/=": ("arithmetic", ("*=", "=")),
    "&&": ("logic", ("||",)),
    "||": ("logic", ("&&",)),
}
_BINARY = (
    CursorKind.BINARY_OPERATOR,
    CursorKind.COMPOUND_ASSIGNMENT_OPERATOR,
    CursorKind.CALL_EXPR,  # of an operator that a class brings
)


def operators(source: CppSource) -> Iterator[Edit]:
    """`a < b` becomes `a <= b`, and `a >= b`; `a && b` becomes `a || b`; and so on."""
    for node in source.walk(*_BINARY):
        called = node.kind == CursorKind.CALL_EXPR
        if len(node.children) < 2 or (called and not node.spelling.startswith("operator")):
            continue
        shown = source.span(node)
        left, right = source.span(node.children[0]), source.span(node.children[-1])
        start, end, text = _symbol(source.between(left[1], right[0]))
        operator, others = _OTHERS.get(text, ("", ()))
        for other in others:
            yield source.within(operator, (start, end), other.encode(), shown)


def _symbol(pieces: list[Piece]) -> tuple[int, int, str]:
    """The first operator among tokens; the tokenizer gives `<=` and `+=` in two parts."""
    for piece, after in zip_longest(pieces, pieces[1:]):
        if after and after.start == piece.end and piece.text + after.text in _OTHERS:
            return piece.start, after.end, piece.text + after.text
        if piece.text in _OTHERS:
            return piece.start, piece.end, piece.text
    return 0, 0, ""


def steps(source: CppSource) -> Iterator[Edit]:
    """`++a` becomes `--a`, `a--` becomes `a++`."""
    for node in source.walk(CursorKind.UNARY_OPERATOR):
        start, end = source.span(node)
        for at in (start, end - 2):
            for sign, other in ((b"++", b"--"), (b"--", b"++")):
                if source.content.startswith(sign, at):
                    yield source.within("arithmetic", (at, at + 2), other, (start, end))


def negations(source: CppSource) -> Iterator[Edit]:
    """`!a` becomes `a`."""
    for node in source.walk(CursorKind.UNARY_OPERATOR):
        start, end = source.span(node)
        if source.content.startswith(b"!", start):
            yield source.within("not", (start, start + 1), b"", (start, end))


def literals(source: CppSource) -> Iterator[Edit]:
    """`3` becomes `4`, and `2`; `true` becomes `false`; text is emptied."""
    kinds = CursorKind.INTEGER_LITERAL, CursorKind.CXX_BOOL_LITERAL_EXPR, CursorKind.STRING_LITERAL
    for node in source.walk(*kinds):
        text = source.text(node)
        if node.kind == CursorKind.CXX_BOOL_LITERAL_EXPR:
            yield source.replaced("constant", node, b"false" if text == b"true" else b"true")
        elif node.kind == CursorKind.STRING_LITERAL:
            yield source.replaced("constant", node, b'""')
        elif text.isdigit():
            yield source.replaced("constant", node, b"%d" % (int(text) + 1))
            yield source.replaced("constant", node, b"(%d)" % (int(text) - 1))
