"""A number or pointer that nobody sets has no value at all.

Reading it is undefined behaviour: it may look like zero in a test and be garbage in production.
An initialiser in the class (`int state = 0;`) covers every constructor, also the next one.

Looked at: members that are numbers, enumerations or raw pointers, in classes that can be made
without a value for them.
Accepted: initialisers in the class, in a constructor's list, or in its body (also in functions
that it calls), delegating constructors, aggregates, arrays and unions.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import AccessSpecifier, CursorKind

from grader.checks.cpp.classes import Class, classes, has_body, is_scalar, reached
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.uninitialised-member"
SUMMARY = "A member has no value after construction."
ADVICE = "Give the member an initialiser in the class, such as `int state = 0;` or `{}`."

_REFERENCES = (CursorKind.MEMBER_REF_EXPR, CursorKind.DECL_REF_EXPR)


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find members that some way of making an object leaves without a value."""
    for item in classes(unit):
        fields = [field for field in item.fields if _needs_value(field)]
        if not fields:
            continue
        constructors = _constructors(item)
        if not constructors:
            if _is_aggregate(item):
                continue
            for field in fields:
                yield field, _message(item, field)
            continue
        yield from _forgotten(unit, item, fields, constructors)


def _forgotten(
    unit: Unit, item: Class, fields: list[Node], constructors: list[Node]
) -> Iterator[tuple[Node, str]]:
    defaulted = any(
        member.cursor.is_default_method() and not _duplicates(member) for member in constructors
    )
    bodies = [
        body
        for member in constructors
        if not member.cursor.is_default_method()
        for body in _definitions(unit, member)
        if not _delegates(body, item)
    ]
    covered = [_covered(unit, body) for body in bodies]
    for field in fields:
        if defaulted or any(
            field.spelling not in names and "this" not in names for names in covered
        ):
            yield field, _message(item, field)


def _message(item: Class, field: Node) -> str:
    return f"`{field.spelling}` has no value in a new `{item.node.spelling}`"


def _needs_value(field: Node) -> bool:
    initialised = [child for child in field.children if child.kind.is_expression()]
    if field.cursor.is_bitfield():
        initialised = initialised[1:]
    return not initialised and bool(field.spelling) and is_scalar(field.cursor.type)


def _constructors(item: Class) -> list[Node]:
    """All that are declared and usable, templates too."""
    templates = [
        child
        for child in item.node.children
        if child.kind == CursorKind.FUNCTION_TEMPLATE
        and child.spelling.partition("<")[0] == item.node.spelling
    ]
    return [
        member
        for member in (*item.constructors, *templates)
        if not member.cursor.is_deleted_method()
    ]


def _is_aggregate(item: Class) -> bool:
    """Such an object gets its values where it is made. A class that cannot be made needs none."""
    if item.constructors:
        return True
    hidden = any(field.cursor.access_specifier != AccessSpecifier.PUBLIC for field in item.fields)
    virtual = any(
        child.cursor.is_virtual_method()
        for child in item.node.children
        if child.kind in (CursorKind.CXX_METHOD, CursorKind.DESTRUCTOR)
    )
    return not hidden and not virtual


def _duplicates(member: Node) -> bool:
    return bool(member.cursor.is_copy_constructor() or member.cursor.is_move_constructor())


def _definitions(unit: Unit, member: Node) -> Iterator[Node]:
    if has_body(member):
        yield member
        return
    for node in unit.walk(member.kind):
        if node.cursor.canonical == member.cursor.canonical and has_body(node):
            yield node


def _delegates(body: Node, item: Class) -> bool:
    """`X() : X(1) {}` names the class where others name members."""
    return any(
        _names_class(child, item) for child in body.children if child.kind != CursorKind.PARM_DECL
    )


def _names_class(child: Node, item: Class) -> bool:
    if child.kind == CursorKind.CALL_EXPR:
        return child.spelling.partition("<")[0] == item.node.spelling
    named = child.cursor.referenced if child.kind == CursorKind.TYPE_REF else None
    return named is not None and bool(named.canonical == item.node.cursor.canonical)


def _covered(unit: Unit, body: Node) -> frozenset[str]:
    """Names that a constructor mentions, itself or in what it calls, `this` for the whole."""
    names = {child.spelling for child in body.children if child.kind == CursorKind.MEMBER_REF}
    for function in reached(unit, body, depth=3):
        parts = function.children
        blocks = [part for part in parts if part.kind.is_statement()]
        for block in blocks:
            names |= {node.spelling for node in block.walk(*_REFERENCES)}
            if function is body and any(True for _ in block.walk(CursorKind.CXX_THIS_EXPR)):
                names |= {"this"} if _hands_out_itself(block) else set()
    return frozenset(names)


def _hands_out_itself(block: Node) -> bool:
    """`*this = …`, `swap(*this, other)`: then everything may be set; `this->x` is no such use."""
    return any(
        node.parent is not None and node.parent.kind != CursorKind.MEMBER_REF_EXPR
        for node in block.walk(CursorKind.CXX_THIS_EXPR)
    )


_NO_VALUE = """\
#include <string>
#include <utility>

class Subject {
public:
    int get() const { return state; }
    void set(int value) { state = value; }

private:
    int state;
};

class Node {
public:
    explicit Node(std::string name) : name_(std::move(name)) {}
    Node(std::string name, int depth);

private:
    std::string name_;
    Node* parent_;
    int depth_;
    double weight_ = 1.0;
    bool open_ : 1;
};
inline Node::Node(std::string name, int depth)
    : name_(std::move(name)), parent_(nullptr), depth_(depth), open_(false) {}

struct Defaulted {
    Defaulted() = default;
    enum class Kind { a, b } kind;
};
"""

BAD = (Example(_NO_VALUE, (10, 20, 21, 23, 30)),)

_VALUES = """\
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

struct Point {
    int x;
    int y;
};

class Counter {
public:
    Counter() : Counter(0) {}
    explicit Counter(int start) : value_{start} { reset(); }
    Counter(const Counter& other) : Counter() { *this = other; }
    Counter& operator=(const Counter&) = default;
    template <class T> Counter(T from, T to) : value_(to - from), last_(0), size_(0) {}

private:
    void reset() {
        last_ = 0;
        clear();
    }
    void clear() { size_ = 0; }
    int value_;
    int last_;
    std::size_t size_;
    bool open_ = false;
    char* data_{};
    unsigned char storage_[16];
    std::array<int, 4> recent_;
    static int made;
};

class Handle {
public:
    Handle() = default;
    Handle(Handle&& other) noexcept { swap(*this, other); }
    friend void swap(Handle& a, Handle& b) noexcept { std::swap(a.data_, b.data_); }

private:
    int* data_ = nullptr;
};

class Constants {
public:
    Constants() = delete;
    int unused;
};

template <class T> class Stack {
public:
    Stack();
    explicit Stack(std::size_t size);

private:
    T value_;
    T* top_;
};
template <class T> Stack<T>::Stack() : top_(nullptr) {}

union Either {
    int number;
    float real;
};
"""

GOOD = (_VALUES,)
