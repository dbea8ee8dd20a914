"""A raw pointer does not say who deletes, so sooner or later nobody does, or two do.

An exception or an early return between `new` and `delete` leaks, and a forgotten `delete` leaks
always. `std::make_unique` gives the object an owner that deletes it on every way out.

Accepted: a `new` that is handed to a function or constructor (such as a smart pointer's), a
pointer of static storage (an instance that is meant never to be destroyed), pointer members
where some class has a destructor that cares for them, and local pointers that are handed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.expressions import (
    assigned_to,
    beneath_casts,
    is_placement_new,
    is_used_only_here,
)
from grader.checks.cpp.types import has_static_storage
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.raw-owning-new"
SUMMARY = "The result of `new` is owned by a raw pointer."
ADVICE = "Let std::unique_ptr (made by std::make_unique) own the object."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find `new` whose only owner is a raw pointer."""
    cared_for = any(_cares(node) for node in unit.walk(CursorKind.DESTRUCTOR))
    for new in unit.walk(CursorKind.CXX_NEW_EXPR):
        if not is_placement_new(new) and _is_owned_raw(new, cared_for):
            yield (
                new,
                "nothing but a raw pointer owns this object, so nothing makes sure it is deleted",
            )


def _is_owned_raw(new: Node, cared_for: bool) -> bool:
    holder = beneath_casts(new)
    if holder is None:
        return False
    if holder.kind == CursorKind.VAR_DECL:
        return (
            _is_raw(holder) and not has_static_storage(holder.cursor) and is_used_only_here(holder)
        )
    if holder.kind == CursorKind.FIELD_DECL:
        return _is_raw(holder) and not cared_for
    if holder.kind == CursorKind.CONSTRUCTOR:
        return not cared_for and _initialises_raw_member(new, holder)
    if holder.kind == CursorKind.BINARY_OPERATOR:
        target = assigned_to(holder)
        if target is None or target.type.get_canonical().kind != TypeKind.POINTER:
            return False
        if target.kind == CursorKind.FIELD_DECL:
            return not cared_for
        return (
            target.kind == CursorKind.VAR_DECL
            and not has_static_storage(target)
            and (is_used_only_here(holder, target))
        )
    return False


def _is_raw(holder: Node) -> bool:
    return bool(holder.cursor.type.get_canonical().kind == TypeKind.POINTER)


def _initialises_raw_member(new: Node, constructor: Node) -> bool:
    """In `Box() : value_(new int) {}` the member stands before its value."""
    siblings = constructor.children
    position = next(index for index, node in enumerate(siblings) if new in tuple(node.walk()))
    member = siblings[position - 1] if position else None
    if member is None or member.kind != CursorKind.MEMBER_REF:
        return False
    return bool(member.cursor.referenced.type.get_canonical().kind == TypeKind.POINTER)


def _cares(destructor: Node) -> bool:
    """A destructor with a body of its own; whether it deletes the right thing, tests tell."""
    return any(
        node.kind != CursorKind.COMPOUND_STMT
        for body in destructor.walk(CursorKind.COMPOUND_STMT)
        for node in body.children
    )


_LOCAL = """\
int sum(int n) {
    int* values = new int[n];
    int total = 0;
    for (int i = 0; i < n; ++i) total += values[i] = i;
    delete[] values;
    return total;
}

void leak() {
    int* lost = nullptr;
    lost = new int(1);
    *lost = 2;
}
"""

_MEMBER = """\
class Box {
public:
    Box() : value_(new int(1)) {}
    int get() const { return *value_ + *other_; }

private:
    int* value_;
    int* other_ = new int(2);
};
"""

BAD = (Example(_LOCAL, (2, 11)), Example(_MEMBER, (3, 8)))

_OWNED = """\
#include <memory>
#include <mutex>
#include <vector>

class Singleton {
    Singleton() = default;
    static inline Singleton* instance = nullptr;
    static inline std::once_flag flag;
    static inline std::unique_ptr<Singleton> owned;

public:
    Singleton(const Singleton&) = delete;
    static Singleton& once() {
        std::call_once(flag, [] { instance = new Singleton; });
        return *instance;
    }
    static Singleton& leaky() {
        static Singleton& one = *new Singleton;
        static Singleton* const two = new Singleton();
        return two ? one : *two;
    }
    static Singleton& unique() {
        if (!owned) owned.reset(new Singleton);
        if (!owned) owned = std::unique_ptr<Singleton>(new Singleton);
        return *owned;
    }
};

inline std::shared_ptr<int> hand_on() {
    int* raw = new int(1);
    return std::shared_ptr<int>(raw);
}

alignas(int) inline unsigned char storage[sizeof(int)];
inline int* place() {
    int* here = ::new (storage) int(3);
    return here;
}
"""

_RAII = """\
#include <cstddef>
#include <utility>

class Buffer {
public:
    explicit Buffer(std::size_t size) : data_(new char[size]) {}
    ~Buffer() { delete[] data_; }
    Buffer(const Buffer&) = delete;
    Buffer(Buffer&& other) noexcept : data_(std::exchange(other.data_, nullptr)) {}
    void grow(std::size_t size) {
        char* larger = new char[size];
        std::swap(larger, data_);
        delete[] larger;
    }

private:
    char* data_;
};
"""

GOOD = (_OWNED, _RAII)
