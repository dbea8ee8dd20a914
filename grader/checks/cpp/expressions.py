"""Questions about statements and expressions of a C++ tree."""

from __future__ import annotations

from clang import cindex
from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node

FUNCTIONS = (
    CursorKind.FUNCTION_DECL,
    CursorKind.CXX_METHOD,
    CursorKind.CONSTRUCTOR,
    CursorKind.DESTRUCTOR,
    CursorKind.FUNCTION_TEMPLATE,
    CursorKind.CONVERSION_FUNCTION,
)
_TRANSPARENT = (
    CursorKind.UNEXPOSED_EXPR,
    CursorKind.PAREN_EXPR,
    CursorKind.CXX_STATIC_CAST_EXPR,
    CursorKind.CSTYLE_CAST_EXPR,
    CursorKind.INIT_LIST_EXPR,
)
_LOCKS = {"std::lock_guard", "std::unique_lock", "std::scoped_lock", "std::shared_lock"}
_VARIABLES = (CursorKind.VAR_DECL, CursorKind.FIELD_DECL)
_PLAIN_READS = {"operator bool", "get", "operator==", "operator!=", "operator!", "has_value"}


def enclosing_function(node: Node) -> Node | None:
    """The function or lambda whose body contains a node."""
    for parent in node.ancestors():
        if parent.kind in FUNCTIONS or parent.kind == CursorKind.LAMBDA_EXPR:
            return parent
    return None


def beneath_casts(node: Node) -> Node | None:
    """What takes the value of an expression, casts and parentheses left out."""
    for parent in node.ancestors():
        if parent.kind not in _TRANSPARENT:
            return parent
    return None


def member_call(call: Node) -> Node | None:
    """The object of `object.method(…)`, or None for other calls and for `this`."""
    callee = call.children[0] if call.children else None
    if callee is None or callee.kind != CursorKind.MEMBER_REF_EXPR:
        return None
    target = callee.children[0] if callee.children else None
    while target is not None and target.kind in _TRANSPARENT and not _has_class_type(target):
        target = target.children[0] if target.children else None
    return target


def spelled(node: Node) -> str:
    """An expression as it is written, without white space and `this->`."""
    text = "".join(token.spelling for token in node.cursor.get_tokens())
    return text.removeprefix("this->")


def assigned_to(operator: Node) -> cindex.Cursor | None:
    """The variable on the left of `=`, or None when this is another operator or target."""
    if len(operator.children) != 2:
        return None
    left, right = operator.children
    between = [
        token.spelling
        for token in operator.cursor.get_tokens()
        if left.cursor.extent.end.offset
        <= token.extent.start.offset
        < right.cursor.extent.start.offset
    ]
    if between != ["="] or left.kind not in (CursorKind.DECL_REF_EXPR, CursorKind.MEMBER_REF_EXPR):
        return None
    return left.cursor.referenced


def is_placement_new(new: Node) -> bool:
    """`new (where) T`: it gets no memory, so it owns none."""
    texts = [token.spelling for token in new.cursor.get_tokens()][:3]
    return "(" in texts[1 : 3 if texts[:1] == ["::"] else 2]


def is_used_only_here(holder: Node, variable: cindex.Cursor | None = None) -> bool:
    """Whether a local pointer is never handed on: only read through, compared and deleted.

    `holder` is its declaration, or an assignment to `variable`.
    """
    declared = variable if variable is not None else holder.cursor
    function = enclosing_function(holder)
    uses = function.walk(CursorKind.DECL_REF_EXPR) if function is not None else ()
    return not any(use.cursor.referenced == declared and _hands_on(use, holder) for use in uses)


def tested_variables(statement: Node) -> tuple[cindex.Cursor, ...]:
    """Variables whose plain value an `if` tests; none when its condition calls anything else."""
    condition = statement.children[0] if statement.children else None
    if condition is None or condition.kind in (CursorKind.VAR_DECL, CursorKind.DECL_STMT):
        return ()
    calls = condition.walk(CursorKind.CALL_EXPR)
    if any(call.spelling and call.spelling not in _PLAIN_READS for call in calls):
        return ()
    references = condition.walk(CursorKind.DECL_REF_EXPR, CursorKind.MEMBER_REF_EXPR)
    found = (node.cursor.referenced for node in references)
    return tuple(
        item for item in found if item is not None and item.kind in _VARIABLES and _is_shared(item)
    )


def takes_lock(statement: Node) -> bool:
    """Whether a statement itself declares a lock or locks by hand, nested blocks left out."""
    if statement.kind == CursorKind.DECL_STMT:
        return any(
            template_name(item.cursor.type) in _LOCKS or _LOCKS & _named_templates(item)
            for item in statement.children
        )
    return statement.kind == CursorKind.CALL_EXPR and statement.spelling in {"lock", "lock_shared"}


def statements_after(statement: Node) -> list[Node]:
    """The statements that follow in the same block."""
    block = statement.parent
    if block is None or block.kind != CursorKind.COMPOUND_STMT:
        return []
    return block.children[block.children.index(statement) + 1 :]


def _has_class_type(node: Node) -> bool:
    return bool(node.cursor.type.get_canonical().kind == TypeKind.RECORD)


def _hands_on(use: Node, holder: Node) -> bool:
    """Whether this use lets the pointer itself go elsewhere."""
    inner = use
    for parent in use.ancestors():
        if parent.kind in (CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR):
            inner = parent
            continue
        if parent is holder or parent.kind in (
            CursorKind.CXX_DELETE_EXPR,
            CursorKind.MEMBER_REF_EXPR,
            CursorKind.ARRAY_SUBSCRIPT_EXPR,
            CursorKind.COMPOUND_STMT,
            CursorKind.IF_STMT,
        ):
            return False
        if parent.kind == CursorKind.UNARY_OPERATOR:
            return spelled(parent).startswith("&")
        if parent.kind == CursorKind.BINARY_OPERATOR:
            return inner is not parent.children[0] and "=" in _operators(parent)
        return True
    return True


def _operators(node: Node) -> list[str]:
    return [token.spelling for token in node.cursor.get_tokens()]


def _is_shared(variable: cindex.Cursor) -> bool:
    """A local variable belongs to one call, unless it is static."""
    if variable.kind == CursorKind.FIELD_DECL:
        return True
    parent = variable.semantic_parent
    is_local = parent is not None and parent.kind in FUNCTIONS
    return not is_local or variable.storage_class == cindex.StorageClass.STATIC


def _named_templates(item: Node) -> set[str]:
    """`std::lock_guard lock(m)` has a deduced type that libclang may not spell."""
    return {f"std::{node.spelling}" for node in item.walk(CursorKind.TEMPLATE_REF)}
