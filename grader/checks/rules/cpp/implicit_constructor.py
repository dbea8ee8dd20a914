"""A constructor with one argument also converts, wherever that type is wanted.

With `Buffer(int size)`, the call `print(5)` of a function that takes a `Buffer` compiles: it
makes a buffer of five elements that nobody asked for. `explicit` keeps the constructor and
takes the silent conversion away.

Looked at: constructors that can be called with one argument.
Accepted: copies and moves, `std::initializer_list`, templates and wrappers of a template's own
parameter (they exist to convert), constructors that are private, protected or deleted, and
abstract classes.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind, TypeKind

from grader.checks.cpp.classes import classes
from grader.checks.cpp.types import HIDDEN, plain, template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.implicit-constructor"
SUMMARY = "A constructor with one argument converts silently."
ADVICE = "Write explicit before the constructor."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find constructors that convert."""
    for item in classes(unit):
        if item.node.cursor.is_abstract_record():
            continue
        parameters = {
            child.spelling
            for child in item.node.children
            if child.kind == CursorKind.TEMPLATE_TYPE_PARAMETER
        }
        for constructor in item.constructors:
            if _converts(constructor) and not _is_meant(constructor, parameters):
                kind = next(iter(constructor.cursor.get_arguments())).type.spelling
                yield (
                    constructor,
                    f"any `{kind}` becomes a `{item.node.spelling}` without anybody asking for it",
                )


def _converts(constructor: Node) -> bool:
    cursor = constructor.cursor
    if cursor.is_copy_constructor() or cursor.is_move_constructor():
        return False
    if not cursor.is_converting_constructor() or cursor.is_deleted_method():
        return False
    arguments = [item for item in constructor.children if item.kind == CursorKind.PARM_DECL]
    return bool(arguments) and all(_has_default(item) for item in arguments[1:])


def _is_meant(constructor: Node, parameters: set[str]) -> bool:
    if constructor.cursor.access_specifier in HIDDEN:
        return True
    first = next(iter(constructor.cursor.get_arguments())).type
    target = plain(first)
    if template_name(first) == "std::initializer_list" or target.kind == TypeKind.NULLPTR:
        return True
    return str(first.spelling).removeprefix("const ").rstrip("& ") in parameters


def _has_default(argument: Node) -> bool:
    return any(child.kind.is_expression() for child in argument.children)


_CONVERTS = """\
#include <cstddef>
#include <string>

class Buffer {
public:
    Buffer(std::size_t size) : size_(size) {}
    Buffer(const char* text, int flags = 0);

private:
    std::size_t size_;
};

template <class T> struct Pool {
    Pool(std::size_t size = 16);
};
"""

BAD = (Example(_CONVERTS, (6, 7, 14)),)

_EXPLICIT = """\
#include <cstddef>
#include <initializer_list>
#include <utility>

class Buffer {
public:
    Buffer() = default;
    explicit Buffer(std::size_t size) : size_(size) {}
    explicit(sizeof(int) > 2) Buffer(const char* text);
    Buffer(std::initializer_list<int> values);
    Buffer(std::nullptr_t);
    Buffer(int width, int height);
    Buffer(double) = delete;
    Buffer(const Buffer&) = default;
    Buffer(Buffer&&) noexcept = default;

private:
    Buffer(int* data);
    std::size_t size_ = 0;
};

template <class T> struct Wrapper {
    Wrapper(T value) : value(std::move(value)) {}
    template <class F> Wrapper(F&& make) : value(make()) {}
    T value;
};
template <class T> struct Reference {
    Reference(T& value) : value(value) {}
    T& value;
};

struct Job {
    template <class F> Job(F run);
    template <class... A> Job(A&&... arguments);
};

struct Shape {
    Shape(int sides);
    virtual ~Shape() = default;
    virtual double area() const = 0;
};
"""

GOOD = (_EXPLICIT,)
