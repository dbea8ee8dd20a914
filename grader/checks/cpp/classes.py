"""What a class declares: its fields, bases and special members, and where their bodies are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clang import cindex
from clang.cindex import AccessSpecifier, CursorKind, TypeKind

from grader.checks.cpp.types import CLASSES, plain, template_name
from grader.checks.cpp.unit import Node, Unit

METHODS = (
    CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR, CursorKind.DESTRUCTOR,
    CursorKind.FUNCTION_TEMPLATE, CursorKind.CONVERSION_FUNCTION,
)  # fmt: skip
_CALLS = (
    CursorKind.CALL_EXPR, CursorKind.MEMBER_REF_EXPR, CursorKind.DECL_REF_EXPR,
    CursorKind.OVERLOADED_DECL_REF,
)  # fmt: skip
_SINGLE = {
    "std::unique_ptr", "std::mutex", "std::recursive_mutex", "std::timed_mutex",
    "std::recursive_timed_mutex", "std::shared_mutex", "std::shared_timed_mutex", "std::thread",
    "std::jthread", "std::atomic", "std::atomic_flag", "std::once_flag", "std::future",
    "std::promise", "std::packaged_task", "std::condition_variable", "std::unique_lock",
    "std::condition_variable_any", "std::lock_guard", "std::scoped_lock", "std::barrier",
    "std::latch", "std::counting_semaphore",
}  # fmt: skip
_DEPTH = 6
_SORTED = (
    CursorKind.FIELD_DECL, CursorKind.CXX_BASE_SPECIFIER, CursorKind.CONSTRUCTOR,
    CursorKind.DESTRUCTOR, CursorKind.CXX_METHOD,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Class:
    """A class that the submission defines. Assignments are those from the class itself."""

    node: Node
    fields: tuple[Node, ...]
    bases: tuple[Node, ...]
    constructors: tuple[Node, ...]
    destructor: Node | None
    assignments: tuple[Node, ...]

    @property
    def copies(self) -> list[Node]:
        """Declared copy constructors."""
        return [item for item in self.constructors if item.cursor.is_copy_constructor()]

    @property
    def moves(self) -> list[Node]:
        """Declared move constructors."""
        return [item for item in self.constructors if item.cursor.is_move_constructor()]

    @property
    def move_assignments(self) -> list[Node]:
        """Declared assignments that take an rvalue."""
        return [item for item in self.assignments if _first(item).kind == TypeKind.RVALUEREFERENCE]

    @property
    def copy_assignments(self) -> list[Node]:
        """Declared assignments that take anything else, also by value."""
        return [item for item in self.assignments if item not in self.move_assignments]


def classes(unit: Unit) -> Iterator[Class]:
    """The classes that the submission defines, in source order."""
    for node in unit.walk(*CLASSES):
        if node.cursor.is_definition():
            yield read_class(node)


def read_class(node: Node) -> Class:
    """Sort the members of a class."""
    of = {kind: [item for item in node.children if item.kind == kind] for kind in _SORTED}
    return Class(
        node=node,
        fields=tuple(of[CursorKind.FIELD_DECL]),
        bases=tuple(of[CursorKind.CXX_BASE_SPECIFIER]),
        constructors=tuple(of[CursorKind.CONSTRUCTOR]),
        destructor=next(iter(of[CursorKind.DESTRUCTOR]), None),
        assignments=tuple(item for item in of[CursorKind.CXX_METHOD] if _is_assignment(item, node)),
    )


def definition(unit: Unit, declared: Node) -> Node | None:
    """Where a member function has its body, in the class or outside; None when nowhere here."""
    if has_body(declared):
        return declared
    for node in unit.walk(declared.kind):
        if node.cursor.canonical == declared.cursor.canonical and has_body(node):
            return node
    return None


def has_body(node: Node) -> bool:
    """Whether a function has its body here. `= default` is none."""
    return any(
        item.kind in (CursorKind.COMPOUND_STMT, CursorKind.CXX_TRY_STMT) for item in node.children
    )


def reached(unit: Unit, start: Node, depth: int = 4) -> Iterator[Node]:
    """A function, and the functions of the submission that it calls, directly or not."""
    by_usr, by_name = _bodies(unit)
    seen: set[int] = set()
    layer = [start]
    for _ in range(depth):
        following: list[Node] = []
        for function in layer:
            if id(function) in seen:
                continue
            seen.add(id(function))
            yield function
            for call in function.walk(*_CALLS):
                named = call.cursor.referenced
                # calls in templates do not tell which function they mean
                following += by_name.get(call.spelling, []) if named is None else ()
                following += by_usr.get(_pattern(named), []) if named is not None else ()
        layer = following


def _pattern(named: cindex.Cursor) -> str:
    """Identifies a function; one that was made from a template is its template."""
    template = cindex.conf.lib.clang_getSpecializedCursorTemplate(named)
    return str((template or named).canonical.get_usr())


def _bodies(unit: Unit) -> tuple[dict[str, list[Node]], dict[str, list[Node]]]:
    """Functions with a body, by what identifies them, and by name."""
    by_usr: dict[str, list[Node]] = {}
    by_name: dict[str, list[Node]] = {}
    for node in unit.walk(*METHODS, CursorKind.FUNCTION_DECL):
        if has_body(node):
            by_usr.setdefault(str(node.cursor.canonical.get_usr()), []).append(node)
            by_name.setdefault(node.spelling, []).append(node)
    return by_usr, by_name


def is_private_detail(node: Node) -> bool:
    """Whether a class is a private part of another, or of a function."""
    parent = node.cursor.semantic_parent
    inside_class = parent is not None and parent.kind in CLASSES
    return inside_class and node.cursor.access_specifier == AccessSpecifier.PRIVATE


def is_single(kind: cindex.Type, depth: int = _DEPTH) -> bool:
    """Whether a type is known not to be copied: it says so, or what it holds does."""
    target = kind.get_canonical()
    while target.kind in (TypeKind.CONSTANTARRAY, TypeKind.INCOMPLETEARRAY):
        target = target.element_type.get_canonical()
    if target.kind in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE, TypeKind.POINTER):
        return False
    name = template_name(target)
    if depth == 0:
        return False
    if name in _SINGLE:
        return True
    if name.startswith("std::"):
        if name == "std::shared_ptr":
            return False
        count = max(target.get_num_template_arguments(), 0)
        held = (target.get_template_argument_type(index) for index in range(min(count, 2)))
        return any(is_single(item, depth - 1) for item in held if item.kind != TypeKind.INVALID)
    declared = target.get_declaration().get_definition()
    if declared is None or declared.kind not in CLASSES:
        return False
    return _declares_single(declared, depth - 1)


def _declares_single(declared: cindex.Cursor, depth: int) -> bool:
    parts = list(declared.get_children())
    copies = [part for part in parts if part.is_copy_constructor()]
    if copies:
        return any(
            part.is_deleted_method() or part.access_specifier == AccessSpecifier.PRIVATE
            for part in copies
        )
    if any(part.is_move_constructor() or _takes_rvalue(part) for part in parts):
        return True
    held = (CursorKind.FIELD_DECL, CursorKind.CXX_BASE_SPECIFIER)
    return any(is_single(part.type, depth) for part in parts if part.kind in held)


def _takes_rvalue(part: cindex.Cursor) -> bool:
    if part.kind != CursorKind.CXX_METHOD or part.spelling != "operator=":
        return False
    return any(item.type.kind == TypeKind.RVALUEREFERENCE for item in part.get_arguments())


def is_scalar(kind: cindex.Type) -> bool:
    """Numbers, pointers, enumerations: what stays undetermined unless somebody gives a value."""
    canonical = kind.get_canonical()
    number = TypeKind.BOOL.value <= canonical.kind.value <= TypeKind.LONGDOUBLE.value
    return number or canonical.kind in (TypeKind.POINTER, TypeKind.ENUM, TypeKind.MEMBERPOINTER)


def is_pointer(kind: cindex.Type) -> bool:
    """A raw pointer to an object, not to a function."""
    canonical = kind.get_canonical()
    if canonical.kind != TypeKind.POINTER:
        return False
    pointee = canonical.get_pointee().get_canonical().kind
    return pointee not in (TypeKind.FUNCTIONPROTO, TypeKind.FUNCTIONNOPROTO)


def _is_assignment(method: Node, owner: Node) -> bool:
    if method.spelling != "operator=":
        return False
    kind = _first(method)
    if kind.kind == TypeKind.INVALID:
        return False
    target = plain(kind)
    same = target.get_declaration().canonical == owner.cursor.canonical
    return same or template_name(target).rpartition("::")[2] == owner.spelling


def _first(method: Node) -> cindex.Type:
    arguments = list(method.cursor.get_arguments())
    return arguments[0].type if arguments else method.cursor.type.get_pointee()
