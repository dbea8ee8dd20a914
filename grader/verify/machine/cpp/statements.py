"""Other statements in C++: left out, never or always reached, without the lock."""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind

from grader.checks.cpp.unit import Node
from grader.verify.machine.cpp.source import CppSource
from grader.verify.machine.edit import Edit

_EXPRESSIONS = (
    CursorKind.BINARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR, CursorKind.CALL_EXPR,
    CursorKind.UNARY_OPERATOR, CursorKind.CXX_DELETE_EXPR, CursorKind.CXX_THROW_EXPR,
    CursorKind.UNEXPOSED_EXPR,
)  # fmt: skip
_GUARDS = ("lock_guard", "scoped_lock", "unique_lock", "shared_lock")


def deletions(source: CppSource) -> Iterator[Edit]:
    """A statement is left out; its semicolon stays."""
    for node in source.walk(CursorKind.COMPOUND_STMT, CursorKind.IF_STMT):
        children = node.children[1:] if node.kind == CursorKind.IF_STMT else node.children
        for child in children:
            if child.kind in _EXPRESSIONS:
                yield source.replaced("statement", child, b"")


def guards(source: CppSource) -> Iterator[Edit]:
    """The declaration of a lock guard is left out."""
    for node in source.walk(CursorKind.DECL_STMT):
        variables = [child for child in node.children if child.kind == CursorKind.VAR_DECL]
        types = " ".join(str(child.cursor.type.get_canonical().spelling) for child in variables)
        if any(f"std::{name}<" in types for name in _GUARDS):
            yield source.replaced("lock", node, b";")


def returns(source: CppSource) -> Iterator[Edit]:
    """`return a;` becomes `return {};` where that compiles."""
    for node in source.walk(CursorKind.RETURN_STMT):
        if node.children:
            value = source.span(node.children[0])
            if source.content[slice(*value)] != b"{}":
                yield source.within("return", value, b"{}", source.span(node))


def conditions(source: CppSource) -> Iterator[Edit]:
    """What is done on a condition is done always, or never."""
    for node in source.walk(CursorKind.IF_STMT, CursorKind.CONDITIONAL_OPERATOR):
        test = _condition(node)
        if test is not None:
            yield source.replaced("condition", test, b"true")
            yield source.replaced("condition", test, b"false")


def _condition(node: Node) -> Node | None:
    """The condition itself; none where the `if` declares something first."""
    first = node.children[0] if node.children else None
    declares = first is None or first.kind in (CursorKind.DECL_STMT, CursorKind.VAR_DECL)
    return None if declares else first


def jumps(source: CppSource) -> Iterator[Edit]:
    """`break` becomes `continue`, and the other way round."""
    for node in source.walk(CursorKind.BREAK_STMT, CursorKind.CONTINUE_STMT):
        other = b"continue" if node.kind == CursorKind.BREAK_STMT else b"break"
        yield source.replaced("jump", node, other)
