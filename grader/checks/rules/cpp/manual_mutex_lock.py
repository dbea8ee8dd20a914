"""Between `lock()` and `unlock()` anything may throw or return, and then nobody unlocks.

Every other thread that wants the mutex waits for ever. `std::lock_guard`, `std::scoped_lock`
and `std::unique_lock` unlock in their destructors, on every way out.

Looked at: a `lock()` of a standard mutex with an `unlock()` later in the same function.
Accepted: `std::unique_lock::lock`, guards and lockable classes of one's own, `adopt_lock`, an
`unlock()` that a destructor or scope guard calls, and one in `catch (...)` besides the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind

from grader.checks.cpp.expressions import FUNCTIONS, enclosing_function, member_call, spelled
from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.manual-mutex-lock"
SUMMARY = "A mutex is locked and unlocked by hand."
ADVICE = "Lock with std::lock_guard or std::scoped_lock, which unlock on every way out."

_MUTEXES = {
    "std::mutex", "std::recursive_mutex", "std::timed_mutex", "std::recursive_timed_mutex",
    "std::shared_mutex", "std::shared_timed_mutex",
}  # fmt: skip
_PAIRS = {"lock": "unlock", "lock_shared": "unlock_shared", "try_lock": "unlock"}


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find pairs of lock and unlock written out in one function."""
    for function in unit.walk(*FUNCTIONS, CursorKind.LAMBDA_EXPR):
        if function.spelling.lstrip("~").lower() in {*_PAIRS, *_PAIRS.values()} or _adopts(
            function
        ):
            continue
        calls = [item for item in _mutex_calls(function) if enclosing_function(item[0]) is function]
        for call, mutex, method in calls:
            unlocks = [
                other
                for other, same, name in calls
                if name == _PAIRS.get(method) and same == mutex and _follows(other, call)
            ]
            if unlocks and not any(map(_is_in_handler, unlocks)):
                yield (
                    call,
                    f"`{mutex}` is unlocked by hand, which an exception or return would skip",
                )


def _mutex_calls(function: Node) -> Iterator[tuple[Node, str, str]]:
    """Calls of a method of a standard mutex: the call, the mutex as written, the method."""
    for call in function.walk(CursorKind.CALL_EXPR):
        target = member_call(call)
        if target is not None and template_name(target.cursor.type) in _MUTEXES:
            yield call, spelled(target), call.spelling


def _follows(later: Node, earlier: Node) -> bool:
    return bool(later.cursor.location.offset > earlier.cursor.location.offset)


def _is_in_handler(unlock: Node) -> bool:
    return any(parent.kind == CursorKind.CXX_CATCH_STMT for parent in unlock.ancestors())


def _adopts(function: Node) -> bool:
    """`m.lock(); std::lock_guard guard(m, std::adopt_lock);` unlocks by itself."""
    references = function.walk(CursorKind.DECL_REF_EXPR)
    return any(node.spelling == "adopt_lock" for node in references)


_BY_HAND = """\
#include <mutex>
#include <shared_mutex>

class Counter {
    mutable std::shared_mutex shared_;
    std::mutex mutex_;
    int value_ = 0;

public:
    void add(int by) {
        mutex_.lock();
        value_ += by;
        mutex_.unlock();
    }
    int get() const {
        this->shared_.lock_shared();
        int copy = value_;
        this->shared_.unlock_shared();
        return copy;
    }
};
"""

BAD = (Example(_BY_HAND, (11, 16)),)

_GUARDS = """\
#include <memory>
#include <mutex>
#include <string>

class Spin {
    std::mutex mutex_;

public:
    void lock() { mutex_.lock(); }
    bool try_lock() { return mutex_.try_lock(); }
    void unlock() { mutex_.unlock(); }
};

class Guard {
    std::mutex& mutex_;

public:
    explicit Guard(std::mutex& mutex) : mutex_(mutex) { mutex_.lock(); }
    ~Guard() { mutex_.unlock(); }
};

inline std::mutex first, second;
inline Spin spin;

inline void move_over(std::weak_ptr<int> value) {
    std::lock(first, second);
    std::lock_guard one(first, std::adopt_lock);
    std::lock_guard two(second, std::adopt_lock);
    if (auto held = value.lock()) ++*held;
}

inline void wait_a_bit() {
    std::unique_lock lock(first);
    lock.unlock();
    lock.lock();
    std::lock_guard guard(spin);
}

template <class F> struct Finally { F f; ~Finally() { f(); } };

inline void by_hand(int& value) {
    first.lock();
    try {
        value = std::stoi("1");
    } catch (...) {
        first.unlock();
        throw;
    }
    first.unlock();
}

inline void scope_guard() {
    first.lock();
    Finally unlock{[] { first.unlock(); }};
}
"""

GOOD = (_GUARDS,)
