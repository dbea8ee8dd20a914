"""The first check of a double-checked lock reads without the lock, so it needs an atomic.

Without one that read is a data race: the thread may see the pointer before it sees the object
behind it, and use an object that is not built yet. A local `static` or `std::call_once` does
all of this correctly and is shorter. Otherwise make the variable `std::atomic`.

Looked at: a plain test of a variable, then a lock, then the same test again. Accepted: atomic
variables, and first checks that call a function (such as `std::atomic_load` or `load`).
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind

from grader.checks.cpp.expressions import statements_after, takes_lock, tested_variables
from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.double-checked-without-atomic"
SUMMARY = "A variable is tested without the lock, and again with it, but is not atomic."
ADVICE = "Use a local static or std::call_once, or make the variable std::atomic."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find unlocked tests that are repeated under a lock."""
    for first in unit.walk(CursorKind.IF_STMT):
        if _is_locked_already(first):
            continue
        for variable in tested_variables(first):
            if not _is_atomic(variable) and _tested_again_under_lock(first, variable):
                yield (
                    first,
                    f"`{variable.spelling}` is read here without the lock and is not atomic",
                )


def _is_atomic(variable: cindex.Cursor) -> bool:
    name = template_name(variable.type)
    return name.startswith("std::atomic") or variable.tls_kind != cindex.TLSKind.NONE


def _is_locked_already(first: Node) -> bool:
    """Whether some lock was taken before, in this block or one around it."""
    inner = first
    for block in first.ancestors():
        if block.kind == CursorKind.COMPOUND_STMT and inner in block.children:
            earlier = block.children[: block.children.index(inner)]
            if any(map(takes_lock, earlier)):
                return True
        if block.kind == CursorKind.LAMBDA_EXPR:
            return False
        inner = block
    return False


def _tested_again_under_lock(first: Node, variable: cindex.Cursor) -> bool:
    """`if (!p) { lock; if (!p) … }` and `if (p) return *p; lock; if (!p) …`."""
    inside = [item for item in first.children[1:] if item.kind == CursorKind.COMPOUND_STMT]
    blocks = [item.children for item in inside]
    if any(True for body in first.children[1:2] for _ in body.walk(CursorKind.RETURN_STMT)):
        blocks.append(statements_after(first))
    for statements in blocks:
        locked = False
        for statement in statements:
            if locked and any(
                variable in tested_variables(second)
                for second in statement.walk(CursorKind.IF_STMT)
            ):
                return True
            locked = locked or takes_lock(statement)
    return False


_POINTER = """\
#include <mutex>

class Singleton {
    static inline Singleton* instance = nullptr;
    static inline std::mutex mutex;
    Singleton() = default;

public:
    static Singleton& getInstance() {
        if (!instance) {
            std::lock_guard<std::mutex> lock(mutex);
            if (instance == nullptr) {
                instance = new Singleton;
            }
        }
        return *instance;
    }
};
"""

_UNIQUE = """\
#include <memory>
#include <mutex>

inline std::unique_ptr<int> value;
inline std::mutex mutex;

inline int& get() {
    if (value != nullptr) return *value;
    std::scoped_lock lock(mutex);
    if (!value) value = std::make_unique<int>(1);
    return *value;
}
"""

BAD = (Example(_POINTER, (10,)), Example(_UNIQUE, (8,)))

_ATOMIC = """\
#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>

struct Singleton {
    static inline std::atomic<Singleton*> instance{nullptr};
    static inline std::shared_ptr<int> shared;
    static inline std::mutex mutex;

    static Singleton& acquire() {
        Singleton* found = instance.load(std::memory_order_acquire);
        if (!found) {
            std::lock_guard lock(mutex);
            found = instance.load(std::memory_order_relaxed);
            if (!found) {
                found = new Singleton;
                instance.store(found, std::memory_order_release);
            }
        }
        return *found;
    }
    static Singleton& plain() {
        if (!instance) {
            std::lock_guard lock(mutex);
            if (!instance) instance = new Singleton;
        }
        return *instance;
    }
    static int& by_function() {
        if (!std::atomic_load(&shared)) {
            std::lock_guard lock(mutex);
            if (!shared) std::atomic_store(&shared, std::make_shared<int>(1));
        }
        return *shared;
    }
};
"""

_LOCKED = """\
#include <memory>
#include <mutex>
#include <shared_mutex>

inline std::shared_mutex mutex;
inline std::unique_ptr<int> value;

inline int& get() {
    {
        std::shared_lock lock(mutex);
        if (value) return *value;
    }
    std::unique_lock lock(mutex);
    if (!value) value = std::make_unique<int>(1);
    return *value;
}

inline int& once() {
    static std::once_flag flag;
    std::call_once(flag, [] { value = std::make_unique<int>(1); });
    static int number = 1;
    return number;
}
"""

GOOD = (_ATOMIC, _LOCKED)
