"""Questions about types and classes that libclang does not answer by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clang import cindex
from clang.cindex import AccessSpecifier, CursorKind, StorageClass, TypeKind

from grader.checks.cpp.unit import Node, Unit

CLASSES = (CursorKind.CLASS_DECL, CursorKind.STRUCT_DECL, CursorKind.CLASS_TEMPLATE)
HIDDEN = (AccessSpecifier.PRIVATE, AccessSpecifier.PROTECTED)
_REFERENCES = (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE)
_DEPTH = 6


def plain(kind: cindex.Type) -> cindex.Type:
    """A type without references and aliases."""
    canonical = kind.get_canonical()
    return canonical.get_pointee() if canonical.kind in _REFERENCES else canonical


def template_name(kind: cindex.Type) -> str:
    """`std::atomic` for `const std::atomic<int>&`: the name without arguments and qualifiers."""
    text = str(plain(kind).spelling).removeprefix("const ").removeprefix("volatile ")
    return text.partition("<")[0].strip()


def names_class(kind: cindex.Type, owner: cindex.Cursor) -> bool:
    """Whether a type is `owner`, a reference or pointer to it, or a smart pointer to it."""
    target = plain(kind)
    if target.kind == TypeKind.POINTER:
        target = target.get_pointee()
    if _declares(target, owner):
        return True
    smart = template_name(target).rpartition("::")[2] in {
        "unique_ptr",
        "shared_ptr",
        "optional",
        "atomic",
    }
    count = target.get_num_template_arguments()
    return smart and count > 0 and names_class(target.get_template_argument_type(0), owner)


def definitions(unit: Unit) -> Iterator[Node]:
    """The classes that the submission defines."""
    return (node for node in unit.walk(*CLASSES) if node.cursor.is_definition())


def has_static_storage(cursor: cindex.Cursor) -> bool:
    """Whether a variable lives until the end of the program: global, static member or local."""
    if cursor.kind != CursorKind.VAR_DECL:
        return False
    parent = cursor.semantic_parent
    at_top = parent is None or parent.kind in (
        CursorKind.NAMESPACE, CursorKind.TRANSLATION_UNIT, CursorKind.LINKAGE_SPEC, *CLASSES
    )  # fmt: skip
    return at_top or cursor.storage_class == StorageClass.STATIC


def can_be_duplicated(owner: cindex.Cursor) -> bool:
    """Whether anybody can make a second object by copying or moving one; when in doubt, False."""
    return _can_be_copied(owner, _DEPTH) or _can_be_moved(owner, _DEPTH)


def _can_be_copied(owner: cindex.Cursor, depth: int) -> bool:
    members = _Members(owner)
    if not members.known or members.closed_destructor or depth == 0:
        return False
    if members.copies:
        return any(not _is_closed(item) for item in members.copies)
    if members.moves or members.move_assignment:
        return False
    return all(_subobject(part, _can_be_copied, depth - 1) for part in members.parts)


def _can_be_moved(owner: cindex.Cursor, depth: int) -> bool:
    members = _Members(owner)
    if not members.known or members.closed_destructor or depth == 0:
        return False
    if members.moves:
        return any(not _is_closed(item) for item in members.moves)
    if members.copies or members.assignment or members.destructor:
        return _can_be_copied(owner, depth)
    return all(_subobject(part, _can_be_moved, depth - 1) for part in members.parts)


class _Members:
    """The special members that a class declares. Those of an instance are its template's."""

    def __init__(self, owner: cindex.Cursor) -> None:
        template = cindex.conf.lib.clang_getSpecializedCursorTemplate(owner)
        defined = [item.get_definition() for item in (owner, template) if item is not None]
        listed = [list(item.get_children()) for item in defined if item is not None]
        self.parts = next((parts for parts in listed if parts), [])
        self.known = bool(self.parts) or (template is None and bool(listed))
        self.copies = [part for part in self.parts if part.is_copy_constructor()]
        self.moves = [part for part in self.parts if part.is_move_constructor()]
        assignments = [
            part
            for part in self.parts
            if part.kind == CursorKind.CXX_METHOD and part.spelling == "operator="
        ]
        self.assignment = bool(assignments)
        self.move_assignment = any(map(_takes_rvalue, assignments))
        destructors = [part for part in self.parts if part.kind == CursorKind.DESTRUCTOR]
        self.destructor = bool(destructors)
        self.closed_destructor = any(map(_is_closed, destructors))


def _subobject(
    part: cindex.Cursor, allows: Callable[[cindex.Cursor, int], bool], depth: int
) -> bool:
    """Whether a member or base allows it; a dependent one may not, so it is taken not to."""
    if part.kind not in (CursorKind.FIELD_DECL, CursorKind.CXX_BASE_SPECIFIER):
        return True
    kind = part.type.get_canonical()
    while kind.kind == TypeKind.CONSTANTARRAY:
        kind = kind.element_type.get_canonical()
    if kind.kind == TypeKind.RECORD:
        return allows(kind.get_declaration(), depth)
    unknown = (TypeKind.UNEXPOSED, TypeKind.INVALID, TypeKind.DEPENDENT, TypeKind.RVALUEREFERENCE)
    return kind.kind not in unknown


def _is_closed(member: cindex.Cursor) -> bool:
    return bool(member.is_deleted_method()) or member.access_specifier == AccessSpecifier.PRIVATE


def _takes_rvalue(part: cindex.Cursor) -> bool:
    return any(item.type.kind == TypeKind.RVALUEREFERENCE for item in part.get_arguments())


def _declares(kind: cindex.Type, owner: cindex.Cursor) -> bool:
    declared = kind.get_declaration()
    return bool(declared.canonical == owner.canonical) or _is_injected(kind, owner)


def _is_injected(kind: cindex.Type, owner: cindex.Cursor) -> bool:
    """Inside a class template its own name is a type without a declaration of its own."""
    return owner.kind == CursorKind.CLASS_TEMPLATE and str(kind.spelling).startswith(
        f"{owner.spelling}<"
    )
