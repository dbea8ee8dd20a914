"""A move that may throw makes `std::vector` copy instead.

When a vector grows, it moves its elements only if that cannot fail; otherwise it copies every one
of them, or does not compile for types that cannot be copied. A move takes pointers over and has
nothing to fail at: say so with `noexcept`.

Looked at: move constructors and move assignments that the class writes itself.
Accepted: `= default` and `= delete`, any condition in `noexcept(…)` but `false`, and assignment
by value (copy and swap).
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import ExceptionSpecificationKind

from grader.checks.cpp.classes import classes
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.throwing-move"
SUMMARY = "A move constructor or move assignment is not noexcept."
ADVICE = "Add noexcept to the declaration (and to the definition, where it stands apart)."

_MAY_THROW = (ExceptionSpecificationKind.NONE, ExceptionSpecificationKind.MS_ANY)


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find moves that do not promise anything."""
    for item in classes(unit):
        for member in (*item.moves, *item.move_assignments):
            cursor = member.cursor
            if cursor.is_default_method() or cursor.is_deleted_method():
                continue
            if cursor.exception_specification_kind in _MAY_THROW or _says_false(member):
                what = "constructor" if member in item.moves else "assignment"
                yield (
                    member,
                    f"the move {what} of `{item.node.spelling}` may throw, so containers copy "
                    "instead of moving",
                )


def _says_false(member: Node) -> bool:
    return "noexcept(false)" in str(member.cursor.type.spelling)


_MAY = """\
#include <utility>

class Handle {
public:
    Handle(Handle&& other) : data_(std::exchange(other.data_, nullptr)) {}
    Handle& operator=(Handle&& other);

private:
    int* data_ = nullptr;
};

inline Handle& Handle::operator=(Handle&& other) {
    std::swap(data_, other.data_);
    return *this;
}

template <class T> struct Box {
    Box(Box&& other) noexcept(false) : value(std::move(other.value)) {}
    T value;
};
"""

BAD = (Example(_MAY, (5, 6, 18)),)

_CANNOT = """\
#include <type_traits>
#include <utility>
#include <vector>

class Written {
public:
    Written(Written&& other) noexcept : data_(std::exchange(other.data_, nullptr)) {}
    Written& operator=(Written&& other) noexcept;

private:
    int* data_ = nullptr;
};

inline Written& Written::operator=(Written&& other) noexcept {
    std::swap(data_, other.data_);
    return *this;
}

struct Default {
    Default(Default&&) = default;
    Default& operator=(Default&&) = default;
    std::vector<int> values;
};

struct Fixed {
    Fixed(Fixed&&) = delete;
    Fixed& operator=(Fixed&&) = delete;
};

struct ByValue {
    ByValue(const ByValue&) = default;
    ByValue& operator=(ByValue other) {
        std::swap(values, other.values);
        return *this;
    }
    std::vector<int> values;
};

template <class T> struct Box {
    Box(Box&& other) noexcept(std::is_nothrow_move_constructible_v<T>)
        : value(std::move(other.value)) {}
    T value;
};

struct Sink {
    void operator=(std::vector<int>&& values);
    explicit Sink(std::vector<int>&& values);
};
"""

GOOD = (_CANNOT,)
