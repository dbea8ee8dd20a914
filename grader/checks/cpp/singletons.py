"""Which classes are singletons: those with a static function that hands out one lasting object."""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.types import definitions, has_static_storage, names_class, template_name
from grader.checks.cpp.unit import Node, Unit

_BODIES = (CursorKind.CXX_METHOD, CursorKind.FUNCTION_TEMPLATE)


def singletons(unit: Unit) -> Iterator[Node]:
    """Classes with a static function that returns its class and uses a lasting object of it.

    A function that makes a new object on every call is a factory, and no sign of a singleton.
    """
    for owner in definitions(unit):
        if any(_hands_out(unit, member, owner) for member in owner.children):
            yield owner


def _hands_out(unit: Unit, member: Node, owner: Node) -> bool:
    cursor = member.cursor
    if cursor.kind != CursorKind.CXX_METHOD or not cursor.is_static_method():
        return False
    if not _is_handle(cursor.result_type) or not names_class(cursor.result_type, owner.cursor):
        return False
    return any(
        _lasts(node.cursor, owner.cursor)
        for body in _bodies(unit, cursor)
        for node in body.walk(
            CursorKind.VAR_DECL, CursorKind.DECL_REF_EXPR, CursorKind.MEMBER_REF_EXPR
        )
    )


def _is_handle(kind: cindex.Type) -> bool:
    canonical = kind.get_canonical()
    if canonical.kind in (TypeKind.LVALUEREFERENCE, TypeKind.POINTER):
        return True
    return template_name(kind).rpartition("::")[2] == "shared_ptr"


def _lasts(cursor: cindex.Cursor, owner: cindex.Cursor) -> bool:
    """Whether a node declares or names a variable of static storage that holds the class."""
    declared = cursor if cursor.kind == CursorKind.VAR_DECL else cursor.referenced
    if declared is None or not has_static_storage(declared):
        return False
    return names_class(declared.type, owner)


def _bodies(unit: Unit, method: cindex.Cursor) -> Iterator[Node]:
    """The definition of a method, in the class or outside of it."""
    for node in unit.walk(*_BODIES):
        if node.cursor.canonical == method.canonical and node.cursor.is_definition():
            yield node
