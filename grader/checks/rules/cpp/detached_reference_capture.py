"""A detached thread lives on when the variables that it refers to are gone.

The function that started it returns, its locals are destroyed, and the thread reads and writes
memory that belongs to others by then. Even a function that waits for the thread's result can
return while the thread still uses the promise. Join the thread (`std::jthread` does), or give it
values and shared ownership instead of references.

Looked at: threads that are detached, and what they are given: lambdas that capture local
variables by reference or `this`, `std::ref`, and addresses of locals.
Accepted: values, `std::shared_ptr`, `this` beside a `shared_from_this()`, and variables of static
storage, which outlive threads.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import CursorKind

from grader.checks.cpp.expressions import enclosing_function, member_call
from grader.checks.cpp.lambdas import dangling
from grader.checks.cpp.types import has_static_storage, template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.detached-reference-capture"
SUMMARY = "A detached thread refers to variables that can be gone before it ends."
ADVICE = "Join the thread (std::jthread does), or let it own copies of what it uses."

_THREADS = {"std::thread", "std::jthread"}
_ADDS = {"emplace_back", "push_back", "emplace"}
_NAMES = (CursorKind.DECL_REF_EXPR, CursorKind.MEMBER_REF_EXPR)


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find what detached threads refer to."""
    told: set[tuple[str, int]] = set()
    for call in unit.walk(CursorKind.CALL_EXPR):
        target = member_call(call) if call.spelling == "detach" else None
        if target is None or template_name(target.cursor.type) not in _THREADS:
            continue
        function = enclosing_function(call)
        for start in _starts(unit, target, function):
            for where, name in _given(start, function):
                spot = where.cursor.location
                if (key := (str(spot.file), spot.offset)) not in told:
                    told.add(key)
                    yield where, f"the detached thread may use {name} after its end"


def _starts(unit: Unit, target: Node, function: Node | None) -> Iterator[Node]:
    """The expressions that make the detached thread: what stands before `.detach()`, or was
    put into that variable, or into the container that it was taken from.
    """
    named = next((node for node in (target, *target.children) if node.kind in _NAMES), None)
    if named is None or named.cursor.referenced is None:
        yield target
        return
    variable = _container(named, function) or named.cursor.referenced
    around = function if variable.kind != CursorKind.FIELD_DECL else None
    roots = [around] if around is not None else list(unit.roots)
    for root in roots:
        for node in root.walk(CursorKind.VAR_DECL, CursorKind.CALL_EXPR):
            if node.kind == CursorKind.VAR_DECL:
                if node.cursor == variable:
                    yield node
            elif _puts_into(node, variable):
                yield node


def _container(named: Node, function: Node | None) -> cindex.Cursor | None:
    """In `for (auto& t : threads) t.detach();` the variable `threads`."""
    loops = function.walk(CursorKind.CXX_FOR_RANGE_STMT) if function is not None else ()
    for loop in loops:
        if any(child.cursor == named.cursor.referenced for child in loop.children):
            ranged = next((child for child in loop.children if child.kind in _NAMES), None)
            return ranged.cursor.referenced if ranged is not None else None
    return None


def _puts_into(call: Node, variable: cindex.Cursor) -> bool:
    """`variable = std::thread(…)` or `variable.emplace_back(…)`."""
    first = call.children[0] if call.children else None
    if call.spelling == "operator=":
        return first is not None and first.cursor.referenced == variable
    if call.spelling not in _ADDS or first is None:
        return False
    target = next((child for child in first.children if child.kind in _NAMES), None)
    return target is not None and target.cursor.referenced == variable


def _given(start: Node, function: Node | None) -> Iterator[tuple[Node, str]]:
    """What a thread is started with that may dangle: where, and its name for a message."""
    lambdas = [*start.walk(CursorKind.LAMBDA_EXPR), *_named_lambdas(start, function)]
    for item in lambdas:
        name = dangling(item)
        if name:
            yield item, name
    inside = {id(node) for item in lambdas for node in item.walk()}
    for node in start.walk(CursorKind.CALL_EXPR, CursorKind.UNARY_OPERATOR):
        if id(node) in inside:
            continue
        is_reference = node.kind == CursorKind.CALL_EXPR and node.spelling in ("ref", "cref")
        if is_reference or (node.kind == CursorKind.UNARY_OPERATOR and _takes_address(node)):
            for named in node.walk(CursorKind.DECL_REF_EXPR):
                if _is_local(named.cursor.referenced):
                    yield node, f"`{named.spelling}`"


def _named_lambdas(start: Node, function: Node | None) -> Iterator[Node]:
    """`auto work = [&] {…}; std::thread(work).detach();`."""
    names = [node.cursor.referenced for node in start.walk(CursorKind.DECL_REF_EXPR)]
    for variable in function.walk(CursorKind.VAR_DECL) if function is not None else ():
        if variable.cursor in names and variable.cursor != start.cursor:
            yield from variable.walk(CursorKind.LAMBDA_EXPR)


def _takes_address(node: Node) -> bool:
    return bool(next(iter(node.cursor.get_tokens())).spelling == "&")


def _is_local(variable: cindex.Cursor | None) -> bool:
    if variable is None or variable.kind not in (CursorKind.VAR_DECL, CursorKind.PARM_DECL):
        return False
    return not has_static_storage(variable)


_REFERS = """\
#include <functional>
#include <future>
#include <thread>
#include <vector>

inline int answer() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread([&promise] { promise.set_value(42); }).detach();
    return future.get();
}

inline void work(int& value) { ++value; }

inline void start() {
    int local = 0;
    std::thread first([&] { ++local; });
    first.detach();
    auto job = [&local] { ++local; };
    std::thread(job).detach();
    std::thread(work, std::ref(local)).detach();
    std::vector<std::thread> all;
    all.emplace_back([=, &local] { ++local; });
    for (auto& each : all) each.detach();
}

class Worker {
public:
    void run() {
        thread_ = std::thread([this] { ++done_; });
        thread_.detach();
        std::thread([&] { done_ = 2; }).detach();
    }

private:
    std::thread thread_;
    int done_ = 0;
};
"""

BAD = (Example(_REFERS, (9, 17, 19, 21, 23, 30, 32)),)

_OWNS = """\
#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <utility>

inline std::atomic<int> count{0};

inline int answer() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread([promise = std::move(promise)]() mutable { promise.set_value(42); }).detach();
    auto shared = std::make_shared<int>(1);
    std::thread([shared] { ++*shared; }).detach();
    std::thread([=] { ++*shared; }).detach();
    std::thread([&] { ++count; int own = 0; ++own; }).detach();
    std::thread([](int value) { count += value; }, 3).detach();
    return future.get();
}

inline void joined() {
    int local = 0;
    std::thread worker([&local] { ++local; });
    worker.join();
    std::jthread other([&] { ++local; });
    std::thread unrelated([] {});
    unrelated.detach();
}

class Session : public std::enable_shared_from_this<Session> {
public:
    void run() {
        std::thread([this, self = shared_from_this()] { ++done_; }).detach();
    }

private:
    int done_ = 0;
};
"""

GOOD = (_OWNS,)
