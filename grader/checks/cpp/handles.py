"""Whether a value that may be null is looked at: tested, returned, or handed to code that can."""

from __future__ import annotations

from clang import cindex
from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node, path_of

_CASTS = (
    CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR, CursorKind.CXX_STATIC_CAST_EXPR,
    CursorKind.CSTYLE_CAST_EXPR, CursorKind.CXX_FUNCTIONAL_CAST_EXPR, CursorKind.INIT_LIST_EXPR,
)  # fmt: skip
_CONDITIONS = (
    CursorKind.IF_STMT, CursorKind.WHILE_STMT, CursorKind.FOR_STMT, CursorKind.DO_STMT,
    CursorKind.CONDITIONAL_OPERATOR,
)  # fmt: skip
_SAME = {"get", "operator bool", "move", "forward", "operator="}


def settles(use: Node) -> bool:
    """Whether this use of a value looks at it, or leaves that to others."""
    below, above = use, use.parent
    while above is not None:
        if above.kind in _CASTS or is_smart_pointer(above) or _is_same(below, above):
            if above.cursor.type.kind == TypeKind.BOOL and above.kind != CursorKind.PAREN_EXPR:
                return True
            below, above = above, above.parent
        elif above.kind == CursorKind.BINARY_OPERATOR and _assigns(above):
            # the value of `(file = fopen(…))` is what was assigned
            below, above = above, above.parent
        else:
            break
    return above is not None and _looks(below, above)


def is_smart_pointer(node: Node) -> bool:
    """Whether a smart pointer of the standard library is made here."""
    if node.kind != CursorKind.CALL_EXPR:
        return False
    return node.spelling in ("unique_ptr", "shared_ptr") and template_name(node.cursor.type) in (
        "std::unique_ptr",
        "std::shared_ptr",
    )


def is_own_code(named: cindex.Cursor) -> bool:
    """Whether something is declared in the submission."""
    return bool(path_of(named.location))


def _is_same(below: Node, above: Node) -> bool:
    """`file.get()`, `std::move(file)`: another form of the same value."""
    if above.kind == CursorKind.MEMBER_REF_EXPR:
        return above.spelling in _SAME
    return above.kind == CursorKind.CALL_EXPR and above.spelling in ("get", "move", "operator bool")


def _looks(below: Node, above: Node) -> bool:
    if above.kind in (CursorKind.RETURN_STMT, CursorKind.LAMBDA_EXPR):
        return True
    if above.kind in _CONDITIONS:
        return below is not above.children[-1] or above.kind == CursorKind.DO_STMT
    if above.kind == CursorKind.VAR_DECL:
        # `if (auto file = fopen(…))`
        holder = above.parent
        while holder is not None and holder.kind == CursorKind.DECL_STMT:
            holder = holder.parent
        return holder is not None and holder.kind in _CONDITIONS
    if above.kind == CursorKind.BINARY_OPERATOR:
        return bool(above.cursor.type.kind == TypeKind.BOOL)
    if above.kind == CursorKind.UNARY_OPERATOR:
        return bool(above.cursor.type.kind == TypeKind.BOOL)
    if above.kind == CursorKind.CALL_EXPR:
        named = above.cursor.referenced
        if above.spelling in ("operator==", "operator!="):
            return True
        return named is not None and is_own_code(named) and below is not above.children[0]
    return False


def _assigns(operator: Node) -> bool:
    return _between(operator) == {"="}


def _between(operator: Node) -> set[str]:
    """The tokens between the two sides of an operator."""
    if len(operator.children) != 2:
        return set()
    left, right = operator.children
    start, end = left.cursor.extent.end.offset, right.cursor.extent.start.offset
    return {
        token.spelling
        for token in operator.cursor.get_tokens()
        if start <= token.extent.start.offset < end
    }
