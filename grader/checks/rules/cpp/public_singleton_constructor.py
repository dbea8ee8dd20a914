"""A singleton whose constructor anybody can call is single only by good will.

`Singleton another;` compiles, and then there are two. A private constructor lets only the
class itself make its instance.

Accepted: constructors that are private, protected or deleted; constructors with a parameter
that only the class can make (a private tag, so that `std::make_unique` works); abstract
classes and private destructors.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import AccessSpecifier, CursorKind

from grader.checks.cpp.singletons import singletons
from grader.checks.cpp.types import CLASSES, HIDDEN, plain
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.public-singleton-constructor"
SUMMARY = "A class with one instance can be constructed by anybody."
ADVICE = "Make the constructor private, so that only the class creates its instance."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find singletons with a constructor, written or implicit, that anybody can call."""
    for owner in singletons(unit):
        if owner.cursor.is_abstract_record() or _is_guarded_by_destructor(owner):
            continue
        constructors = [node for node in owner.children if _constructs(node)]
        for node in constructors:
            if not _is_closed(node):
                yield (
                    node,
                    f"anybody can construct another `{owner.spelling}` with this constructor",
                )
        written = any(node.kind == CursorKind.CONSTRUCTOR for node in owner.children)
        if not constructors and not written and not _has_closed_base(owner):
            yield owner, f"`{owner.spelling}` has an implicit public constructor"


def _constructs(node: Node) -> bool:
    cursor = node.cursor
    if cursor.kind not in (CursorKind.CONSTRUCTOR, CursorKind.FUNCTION_TEMPLATE):
        return False
    if cursor.kind == CursorKind.FUNCTION_TEMPLATE:
        return bool(cursor.spelling.partition("<")[0] == _owner_name(node))
    return not (cursor.is_copy_constructor() or cursor.is_move_constructor())


def _owner_name(node: Node) -> str:
    return node.parent.spelling if node.parent is not None else ""


def _is_closed(node: Node) -> bool:
    cursor = node.cursor
    if cursor.access_specifier in HIDDEN or cursor.is_deleted_method():
        return True
    parameters = [item for item in node.children if item.kind == CursorKind.PARM_DECL]
    return any(_only_class_can_make(item.cursor.type) for item in parameters)


def _only_class_can_make(kind: cindex.Type) -> bool:
    declared = plain(kind).get_declaration()
    if declared.access_specifier in HIDDEN:
        return True
    made = [item for item in declared.get_children() if item.kind == CursorKind.CONSTRUCTOR]
    return bool(made) and all(item.access_specifier in HIDDEN for item in made)


def _is_guarded_by_destructor(owner: Node) -> bool:
    return any(
        node.kind == CursorKind.DESTRUCTOR
        and node.cursor.access_specifier == AccessSpecifier.PRIVATE
        for node in owner.children
    )


def _has_closed_base(owner: Node) -> bool:
    """A base whose constructors are all private, or unknown, leaves no implicit constructor."""
    for node in owner.children:
        if node.kind == CursorKind.CXX_BASE_SPECIFIER:
            base = node.cursor.type.get_canonical().get_declaration()
            if base.kind not in CLASSES:
                return True
            made = [item for item in base.get_children() if item.kind == CursorKind.CONSTRUCTOR]
            if made and all(item.access_specifier == AccessSpecifier.PRIVATE for item in made):
                return True
    return False


_IMPLICIT = """\
class MeyersSingleton {
public:
    static MeyersSingleton& getInstance() {
        static MeyersSingleton instance;
        return instance;
    }
};

struct Open {
    static Open& get() { static Open one; return one; }
};
"""

_PUBLIC = """\
#include <memory>
#include <mutex>

class Singleton {
public:
    Singleton() = default;
    Singleton(const Singleton&) = delete;

    static Singleton& getInstance() {
        std::call_once(flag, [] { instance = std::make_unique<Singleton>(); });
        return *instance;
    }

private:
    static inline std::unique_ptr<Singleton> instance;
    static inline std::once_flag flag;
};
"""

BAD = (Example(_IMPLICIT, (1, 9)), Example(_PUBLIC, (6,)))

_PRIVATE = """\
#include <mutex>

class Singleton {
    Singleton() = default;

public:
    Singleton(const Singleton&) = delete;
    static Singleton& getInstance() {
        std::call_once(flag, [] { instance = new Singleton; });
        return *instance;
    }

private:
    static inline Singleton* instance = nullptr;
    static inline std::once_flag flag;
};
"""

_TAG = """\
#include <memory>
#include <mutex>

class Singleton {
    struct Token { explicit Token() = default; };

public:
    explicit Singleton(Token) {}
    Singleton(const Singleton&) = delete;
    static Singleton& getInstance() {
        std::call_once(flag, [] { instance = std::make_unique<Singleton>(Token{}); });
        return *instance;
    }

private:
    static inline std::unique_ptr<Singleton> instance;
    static inline std::once_flag flag;
};
"""

_FACTORY = """\
#include <memory>

class Shape {
public:
    static std::unique_ptr<Shape> make() { return std::make_unique<Shape>(); }
};
"""

GOOD = (_PRIVATE, _TAG, _FACTORY)
