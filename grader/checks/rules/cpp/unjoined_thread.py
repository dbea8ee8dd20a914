"""A `std::thread` that is destroyed before it was joined ends the whole program.

Its destructor calls `std::terminate`. So somebody has to join on every way out: `std::jthread`
joins in its own destructor, and a class that keeps a `std::thread` needs a destructor that joins.

Looked at: members and bases of type `std::thread` (also in containers) in classes without a
destructor that joins, and local threads that nobody joins.
Accepted: `std::jthread`, destructors that join, also in a function that they call or that of
another member, members whose owner joins them, references to threads, deleters of one's own, and
threads that are detached, moved, returned or handed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import AccessSpecifier, CursorKind, TypeKind

from grader.checks.cpp.classes import Class, classes, definition, reached
from grader.checks.cpp.expressions import FUNCTIONS, enclosing_function
from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.unjoined-thread"
SUMMARY = "A thread may be destroyed before anybody joined it."
ADVICE = "Use std::jthread, or join in the destructor."

_ENDS = {"join", "detach"}
_DEPTH = 4
_MENTIONS = (
    CursorKind.MEMBER_REF_EXPR, CursorKind.DECL_REF_EXPR, CursorKind.CALL_EXPR,
    CursorKind.OVERLOADED_DECL_REF,
)  # fmt: skip
_QUIET = {"emplace_back", "push_back", "reserve", "size", "joinable", "get_id", "emplace"}


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find owners of threads that do not join."""
    for item in classes(unit):
        for part in (*item.fields, *item.bases):
            if _owns_thread(part.cursor.type) and not _is_joined(unit, item, part):
                name = part.spelling if part.kind == CursorKind.FIELD_DECL else item.node.spelling
                yield (
                    part,
                    f"when a `{item.node.spelling}` is destroyed, nobody has joined `{name}`",
                )
    for variable in unit.walk(CursorKind.VAR_DECL):
        if _owns_thread(variable.cursor.type) and _is_forgotten(variable):
            yield variable, f"`{variable.spelling}` is destroyed without being joined"


def _owns_thread(kind: cindex.Type, depth: int = _DEPTH) -> bool:
    """`std::thread`, or a container or smart pointer of the standard library around it."""
    canonical = kind.get_canonical()
    while canonical.kind in (TypeKind.CONSTANTARRAY, TypeKind.INCOMPLETEARRAY):
        canonical = canonical.element_type.get_canonical()
    if canonical.kind in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE, TypeKind.POINTER):
        return False
    name = template_name(canonical)
    if name == "std::thread":
        return True
    if not name.startswith("std::") or depth == 0:
        return False
    count = max(canonical.get_num_template_arguments(), 0)
    arguments = [canonical.get_template_argument_type(index) for index in range(count)]
    if name == "std::unique_ptr" and "default_delete" not in str(arguments[-1].spelling):
        return False
    return any(
        _owns_thread(item, depth - 1) for item in arguments[:2] if item.kind != TypeKind.INVALID
    )


def _is_joined(unit: Unit, item: Class, part: Node) -> bool:
    """By the class's own destructor, or, for a public member, by whoever holds the object."""
    if _joins(unit, item) or _has_joining_member(unit, item):
        return True
    if part.kind != CursorKind.FIELD_DECL or part.cursor.access_specifier != AccessSpecifier.PUBLIC:
        return False
    return any(
        node.cursor.referenced == part.cursor and _ends(function)
        for node in unit.walk(CursorKind.MEMBER_REF_EXPR)
        if (function := enclosing_function(node)) is not None
    )


def _joins(unit: Unit, item: Class) -> bool:
    """Whether its destructor joins. One whose body is elsewhere is taken to."""
    if item.destructor is None or item.destructor.cursor.is_default_method():
        return False
    body = definition(unit, item.destructor)
    return body is None or any(_ends(function) for function in reached(unit, body))


def _has_joining_member(unit: Unit, item: Class) -> bool:
    """`Joiner joiner_{threads_};` joins in its own destructor."""
    held = {field.cursor.type.get_canonical().get_declaration().get_usr() for field in item.fields}
    return any(
        other.node.cursor.get_usr() in held and _joins(unit, other) for other in classes(unit)
    )


def _ends(function: Node) -> bool:
    return any(node.spelling in _ENDS for node in function.walk(*_MENTIONS))


def _is_forgotten(variable: Node) -> bool:
    """Whether a local thread is neither joined nor handed to anybody."""
    function = enclosing_function(variable)
    if function is None or (function.kind not in FUNCTIONS and _is_captured(variable)):
        return False
    if _ends(function):
        return False
    uses = function.walk(CursorKind.DECL_REF_EXPR, CursorKind.VARIABLE_REF)
    return not any(use.cursor.referenced == variable.cursor and _hands_on(use) for use in uses)


def _is_captured(variable: Node) -> bool:
    """`[thread = std::move(thread)]` belongs to the lambda's object."""
    return variable.parent is not None and variable.parent.kind == CursorKind.LAMBDA_EXPR


def _hands_on(use: Node) -> bool:
    parent = use.parent
    while parent is not None and parent.kind in (CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR):
        parent = parent.parent
    return parent is None or not (
        parent.kind == CursorKind.MEMBER_REF_EXPR and parent.spelling in _QUIET
    )


_UNJOINED = """\
#include <thread>
#include <vector>

class Worker {
public:
    void start() { thread_ = std::thread([] {}); }
    void stop() { thread_.join(); }

private:
    std::thread thread_;
};

class Pool {
public:
    ~Pool() { done_ = true; }

private:
    bool done_ = false;
    std::vector<std::thread> workers_;
};

class Thread : std::thread {
    using std::thread::thread;
};

inline void run() {
    std::thread lost([] {});
    std::vector<std::thread> all;
    all.emplace_back([] {});
}
"""

BAD = (Example(_UNJOINED, (10, 19, 22, 27, 28)),)

_JOINED = """\
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

class Pool {
public:
    ~Pool() { stop(); }
    void stop();

private:
    std::vector<std::thread> workers_;
    std::optional<std::thread> extra_;
};
inline void Pool::stop() {
    for (auto& worker : workers_) worker.join();
    if (extra_) extra_->join();
}

class Algorithm {
public:
    ~Algorithm() { std::for_each(all_.begin(), all_.end(), std::mem_fn(&std::thread::join)); }

private:
    std::vector<std::thread> all_;
};

class Modern {
    std::jthread one_;
    std::vector<std::jthread> more_;
};

class Guard {
public:
    explicit Guard(std::thread& thread) : thread_(thread) {}
    ~Guard() {
        if (thread_.joinable()) thread_.join();
    }

private:
    std::thread& thread_;
};

struct Slot {
    std::thread thread;
    bool busy = false;
};
class Slots {
public:
    ~Slots() {
        for (auto& slot : slots_) slot.thread.join();
    }

private:
    std::vector<Slot> slots_;
};

class Guarded {
public:
    Guarded() : guard_(thread_) {}

private:
    std::thread thread_;
    Guard guard_;
};

struct Join {
    void operator()(std::thread* thread) const {
        thread->join();
        delete thread;
    }
};
class Owner {
    std::unique_ptr<std::thread, Join> thread_;
};

class Elsewhere {
public:
    ~Elsewhere();

private:
    std::thread thread_;
};

inline std::thread make() {
    std::thread made([] {});
    return made;
}
inline void run(std::vector<std::thread>& all) {
    std::thread moved([] {});
    all.push_back(std::move(moved));
    std::thread guarded([] {});
    Guard guard(guarded);
}
inline void joined() {
    std::thread worker([] {});
    worker.join();
}
"""

GOOD = (_JOINED,)
