"""Other declarations in C++: words taken away, what was deleted defaulted, what was private public.

Atomics and memory orders are left alone: on one machine, hardly any test can tell a weaker order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clang.cindex import CursorKind

from grader.checks.cpp.unit import Node
from grader.verify.machine.cpp.source import CppSource, Piece
from grader.verify.machine.edit import Edit

_FUNCTIONS = (
    CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR, CursorKind.DESTRUCTOR, CursorKind.FUNCTION_DECL,
    CursorKind.CONVERSION_FUNCTION, CursorKind.FUNCTION_TEMPLATE,
)  # fmt: skip
_CAN_GO = frozenset({"noexcept", "explicit", "virtual", "inline"})


def deleted(source: CppSource) -> Iterator[Edit]:
    """`= delete` becomes `= default`."""
    for node in source.walk(*_FUNCTIONS):
        for sign, word in pairwise(_head(source, node)):
            if sign.text == "=" and word.text == "delete":
                yield source.within(
                    "delete", (word.start, word.end), b"default", source.span(node)
                )


def words(source: CppSource) -> Iterator[Edit]:
    """`explicit`, `noexcept`, `virtual`, `inline` are taken away; `static` in a function, too."""
    for node in source.walk(*_FUNCTIONS, CursorKind.VAR_DECL, CursorKind.FIELD_DECL):
        is_local = node.parent is not None and node.parent.kind == CursorKind.DECL_STMT
        for piece in _head(source, node):
            if piece.text in _CAN_GO or (piece.text == "static" and is_local):
                # One blank goes as well, so that nothing but the word is gone.
                end = piece.end + source.content.startswith(b" ", piece.end)
                yield source.within("word", (piece.start, end), b"", _shown(source, node))


def access(source: CppSource) -> Iterator[Edit]:
    """What was private or protected becomes public."""
    for node in source.walk(CursorKind.CXX_ACCESS_SPEC_DECL):
        for piece in source.between(*source.span(node)):
            if piece.text in ("private", "protected"):
                yield source.within(
                    "access", (piece.start, piece.end), b"public", source.span(node)
                )


def _head(source: CppSource, node: Node) -> list[Piece]:
    """The tokens of a declaration: up to a function's body, or to the semicolon.

    libclang ends a function before `= delete`.
    """
    start, end = source.span(node)
    bodies = [child for child in node.children if child.kind == CursorKind.COMPOUND_STMT]
    if bodies:
        return source.between(start, source.span(bodies[-1])[0])
    after = [piece for piece in source.pieces if piece.start >= end]
    if after and after[0].text in ("=", "delete", "default"):
        end = next((piece.start for piece in after if piece.text == ";"), end)
    return source.between(start, end)


def _shown(source: CppSource, node: Node) -> tuple[int, int]:
    head = _head(source, node)
    return (head[0].start, head[-1].end) if head else source.span(node)
