"""A class that frees something by hand has to say what a copy of it owns.

The compiler's copy takes over the pointer, not what it points to. Then two objects own the same
memory, and the second destructor frees it again. Either every owner is a member that knows how
to copy and free itself (the rule of zero: `std::vector`, `std::unique_ptr`), or the class
defines or deletes the copy constructor and the copy assignment beside its destructor (the rule
of five; moves that are missing only cost time).

Looked at: classes whose destructor frees what a pointer or handle refers to, and classes that
put the result of `new` into a raw pointer member.
Accepted: members and bases that cannot be copied, assignment by value (copy and swap), declared
moves (they delete the copies), classes that are a private part of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clang import cindex
from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.classes import (
    Class,
    classes,
    definition,
    is_pointer,
    is_private_detail,
    is_single,
    reached,
)
from grader.checks.cpp.expressions import assigned_to, beneath_casts, is_placement_new
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.rule-of-five"
SUMMARY = "A class frees something by hand, but not all of its copies and moves fit to that."
ADVICE = (
    "Let a member own it (std::vector, std::unique_ptr), or define or delete the copies as well."
)

_FREES = {
    "free", "fclose", "pclose", "close", "closedir", "munmap", "deallocate", "destroy_at",
    "shutdown",
}  # fmt: skip


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find owners by hand whose special members do not fit together."""
    for item in classes(unit):
        if not any(_is_handle(field.cursor.type) for field in item.fields):
            continue
        if is_private_detail(item.node):
            continue
        problem = _copied(item) if _frees(unit, item) else _never_freed(unit, item)
        if problem:
            yield item.node, f"`{item.node.spelling}` {problem}"


def _copied(item: Class) -> str:
    """What is wrong with the copies and moves of a class that frees something; often nothing."""
    pointers = any(is_pointer(field.cursor.type) for field in item.fields)
    moves = [*item.moves, *item.move_assignments]
    for member in (*item.copies, *item.assignments, *item.moves):
        if pointers and member.cursor.is_default_method() and not member.cursor.is_deleted_method():
            kind = "move" if member in moves else "copy"
            return (
                f"frees memory in its destructor, but its defaulted {kind} leaves two objects "
                "that own the same"
            )
    if moves or _held(item, is_single):
        return ""
    if not item.copies:
        return "frees something in its destructor, but its copy constructor copies the handle only"
    if not item.copy_assignments and not _held(item, _cannot_be_assigned):
        return "frees something in its destructor, but its assignment copies the handle only"
    return ""


def _never_freed(unit: Unit, item: Class) -> str:
    """A class with copies of its own for what it got by `new`, and no destructor to free it."""
    written = [*item.copies, *item.moves, *item.assignments]
    if item.destructor is not None and _is_elsewhere(unit, item.destructor):
        return ""
    if not any(definition(unit, member) for member in written) or not _news(unit, item):
        return ""
    return "copies what it got by `new`, but its destructor does not free it"


def _is_elsewhere(unit: Unit, destructor: Node) -> bool:
    """Whether it has a body that is not to be seen here."""
    return not destructor.cursor.is_default_method() and definition(unit, destructor) is None


def _frees(unit: Unit, item: Class) -> bool:
    """Whether the destructor, or what it calls, frees something."""
    body = definition(unit, item.destructor) if item.destructor is not None else None
    if body is None:
        return False
    return any(
        node.kind == CursorKind.CXX_DELETE_EXPR or node.spelling in _FREES
        for function in reached(unit, body)
        for node in function.walk(
            CursorKind.CXX_DELETE_EXPR, CursorKind.CALL_EXPR, CursorKind.MEMBER_REF_EXPR
        )
    )


def _news(unit: Unit, item: Class) -> bool:
    """Whether a raw pointer member of the class gets the result of `new`."""
    fields = {
        (str(field.cursor.location.file), field.cursor.location.offset)
        for field in item.fields
        if is_pointer(field.cursor.type)
    }
    for new in unit.walk(CursorKind.CXX_NEW_EXPR):
        target = None if is_placement_new(new) else _target(new)
        if target is not None and (str(target.location.file), target.location.offset) in fields:
            return True
    return False


def _target(new: Node) -> cindex.Cursor | None:
    holder = beneath_casts(new)
    if holder is None:
        return None
    if holder.kind == CursorKind.FIELD_DECL:
        return holder.cursor
    if holder.kind == CursorKind.BINARY_OPERATOR:
        return assigned_to(holder)
    if holder.kind != CursorKind.CONSTRUCTOR:
        return None
    before = None
    for child in holder.children:
        if any(node is new for node in child.walk(CursorKind.CXX_NEW_EXPR)):
            return before.cursor.referenced if before is not None else None
        before = child if child.kind == CursorKind.MEMBER_REF else before
    return None


def _held(item: Class, test: Callable[[cindex.Type], bool]) -> bool:
    return any(test(part.cursor.type) for part in (*item.fields, *item.bases))


def _cannot_be_assigned(kind: cindex.Type) -> bool:
    return kind.is_const_qualified() or kind.get_canonical().kind in (
        TypeKind.LVALUEREFERENCE,
        TypeKind.RVALUEREFERENCE,
    )


def _is_handle(kind: cindex.Type) -> bool:
    """A pointer, a number (such as a file descriptor), or a container of pointers."""
    canonical = kind.get_canonical()
    if is_pointer(canonical) or canonical.kind == TypeKind.INT:
        return True
    count = max(canonical.get_num_template_arguments(), 0)
    if "*" in str(canonical.spelling) and str(canonical.spelling).startswith("std::"):
        return True
    return count > 0 and is_pointer(canonical.get_template_argument_type(0))


_SHALLOW = """\
#include <algorithm>
#include <cstddef>

class Buffer {
public:
    explicit Buffer(std::size_t size) : size_(size), data_(new int[size]()) {}
    ~Buffer() { delete[] data_; }
    int* data() { return data_; }

private:
    std::size_t size_;
    int* data_;
};

class Halfway {
public:
    explicit Halfway(std::size_t size) : size_(size), data_(new int[size]()) {}
    Halfway(const Halfway& other) : size_(other.size_), data_(new int[other.size_]) {
        std::copy(other.data_, other.data_ + size_, data_);
    }
    ~Halfway() { release(); }

private:
    void release() { delete[] data_; }
    std::size_t size_;
    int* data_;
};

struct Defaulted {
    Defaulted() = default;
    Defaulted(const Defaulted&) = delete;
    Defaulted& operator=(const Defaulted&) = delete;
    Defaulted(Defaulted&&) = default;
    ~Defaulted() { delete value; }
    int* value = new int(1);
};
"""

_NO_DESTRUCTOR = """\
#include <algorithm>
#include <cstddef>

class Resource {
    int* data;
    std::size_t size;

public:
    explicit Resource(std::size_t n) : data(new int[n]()), size(n) {}
    Resource(const Resource& other) : data(new int[other.size]), size(other.size) {
        std::copy(other.data, other.data + size, data);
    }
    Resource(Resource&& other) noexcept : data(other.data), size(other.size) {
        other.data = nullptr;
        other.size = 0;
    }
};
"""

BAD = (Example(_SHALLOW, (4, 15, 29)), Example(_NO_DESTRUCTOR, (4,)))

_FIVE = """\
#include <algorithm>
#include <cstddef>
#include <utility>

class Five {
public:
    explicit Five(std::size_t size) : size_(size), data_(new int[size]()) {}
    Five(const Five& other) : size_(other.size_), data_(new int[other.size_]) {
        std::copy(other.data_, other.data_ + size_, data_);
    }
    Five(Five&& other) noexcept
        : size_(std::exchange(other.size_, 0)), data_(std::exchange(other.data_, nullptr)) {}
    Five& operator=(Five other) noexcept {
        std::swap(size_, other.size_);
        std::swap(data_, other.data_);
        return *this;
    }
    ~Five();

private:
    std::size_t size_;
    int* data_;
};
inline Five::~Five() { delete[] data_; }

class MoveOnly {
public:
    MoveOnly() : data_(new int(1)) {}
    MoveOnly(MoveOnly&& other) noexcept : data_(std::exchange(other.data_, nullptr)) {}
    MoveOnly& operator=(MoveOnly&& other) noexcept {
        std::swap(data_, other.data_);
        return *this;
    }
    ~MoveOnly() { delete data_; }

private:
    int* data_;
};

class Pinned {
public:
    Pinned() = default;
    Pinned(const Pinned&) = delete;
    Pinned& operator=(const Pinned&) = delete;
    ~Pinned() { delete data_; }

private:
    int* data_ = new int(1);
};
"""

_ZERO = """\
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

class Vector {
public:
    explicit Vector(std::size_t size) : data_(size) {}
    int* data() { return data_.data(); }

private:
    std::vector<int> data_;
};

class NonCopyable {
protected:
    NonCopyable() = default;
    ~NonCopyable() = default;
    NonCopyable(const NonCopyable&) = delete;
    NonCopyable& operator=(const NonCopyable&) = delete;
};

class Derived : NonCopyable {
public:
    ~Derived() { delete raw_; }

private:
    int* raw_ = new int(1);
};

class Guarded {
public:
    ~Guarded() { delete raw_; }

private:
    std::mutex mutex_;
    int* raw_ = new int(1);
};

class Tree {
    struct Node {
        ~Node() { delete next; }
        Node* next = nullptr;
    };
    std::unique_ptr<Node> head_;
};

struct Observer {
    virtual ~Observer() = default;
    int* watched = nullptr;
};

class Probe {
public:
    ~Probe() { --*alive_; }

private:
    int* alive_ = nullptr;
};
"""

GOOD = (_FIVE, _ZERO)
