"""Nobody can wait for a detached thread, or learn that it failed.

When `main` returns, a detached thread may still run and use objects that are already
destroyed. Keep the thread and join it: `std::jthread` does so in its destructor, and a
`std::future` brings the result or the exception back.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind

from grader.checks.cpp.expressions import member_call
from grader.checks.cpp.types import template_name
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.detached-thread"
SUMMARY = "A thread is detached, so that nobody can wait for it."
ADVICE = "Keep the thread and join it, or use std::jthread."

_THREADS = {"std::thread", "std::jthread"}


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find calls of `detach` on a thread of the standard library."""
    for call in unit.walk(CursorKind.CALL_EXPR):
        target = member_call(call) if call.spelling == "detach" else None
        if target is not None and template_name(target.cursor.type) in _THREADS:
            yield call, "nobody waits for this thread: it may outlive everything that it uses"


_DETACH = """\
#include <thread>

inline void start(int& value) {
    std::thread([&value] { ++value; }).detach();
    std::thread worker([] {});
    worker.detach();
}
"""

BAD = (Example(_DETACH, (4, 6)),)

_JOINED = """\
#include <thread>

struct Window { void detach() {} };

inline void run(int& value) {
    std::jthread first([&value] { ++value; });
    std::thread second([] {});
    second.join();
    Window().detach();
}
"""

GOOD = (_JOINED,)
