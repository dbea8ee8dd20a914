"""What a lambda captures. libclang does not tell how, so the capture list is read from tokens."""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind

from grader.checks.cpp.types import has_static_storage
from grader.checks.cpp.unit import Node

_LOCALS = (CursorKind.VAR_DECL, CursorKind.PARM_DECL)


def captures(item: Node) -> list[list[str]]:
    """The entries of the capture list as tokens: `[["&"], ["this"], ["x", "=", "y"]]`."""
    entries: list[list[str]] = []
    current: list[str] = []
    depth = 0
    for token in item.cursor.get_tokens():
        text = token.spelling
        depth += text in ("[", "(", "{")
        depth -= text in ("]", ")", "}")
        if depth == 0:
            break
        if text == "," and depth == 1:
            entries.append(current)
            current = []
        elif not (text == "[" and depth == 1 and not current and not entries):
            current.append(text)
    return [entry for entry in [*entries, current] if entry]


def dangling(item: Node) -> str:
    """What a lambda refers to without keeping it alive, for a message; empty when nothing."""
    entries = captures(item)
    if any("shared_from_this" in entry or "weak_from_this" in entry for entry in entries):
        return ""
    for entry in entries:
        if entry[0] == "&" and len(entry) > 1 and entry[1] != "...":
            return f"`{entry[1]}`"
    if ["this"] in entries:
        return "`this` object"
    if ["&"] in entries and (names := sorted(_outer_locals(item))):
        return f"`{names[0]}`"
    if (["&"] in entries or ["="] in entries) and _uses_this(item):
        return "`this` object"
    return ""


def _outer_locals(item: Node) -> Iterator[str]:
    """Local variables of the surrounding function that a lambda uses."""
    for use in item.walk(CursorKind.DECL_REF_EXPR):
        named = use.cursor.referenced
        if named is None or named.kind not in _LOCALS or has_static_storage(named):
            continue
        if not _is_inside(named, item.cursor):
            yield use.spelling


def _uses_this(item: Node) -> bool:
    """Whether a member is used without saying of which object, or `this` is."""
    if any(True for _ in item.walk(CursorKind.CXX_THIS_EXPR)):
        return True
    return any(
        not use.children
        and use.cursor.referenced is not None
        and use.cursor.referenced.kind in (CursorKind.FIELD_DECL, CursorKind.CXX_METHOD)
        for use in item.walk(CursorKind.MEMBER_REF_EXPR)
    )


def _is_inside(declared: cindex.Cursor, around: cindex.Cursor) -> bool:
    where, extent = declared.location, around.extent
    same = str(where.file) == str(extent.start.file)
    return same and extent.start.offset <= where.offset < extent.end.offset
