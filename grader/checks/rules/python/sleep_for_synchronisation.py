"""Sleeping until another thread or task is "surely" done is a guess.

On a slow or busy machine the guess is too short and the result is missing; on a fast one the
program waits for nothing. Wait for the event itself: `thread.join()`, `future.result()`,
`queue.join()`, `event.wait()`, or `await` the task.

Heuristic: only functions that start a thread or task themselves, sleep afterwards outside of
any loop, and then never wait for anything. Sleeping in a loop (polling, keeping a program
alive), sleeping zero seconds (letting others run), and sleeping before a stop are accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.names import called, own_nodes

NAME = "py.sleep-for-synchronisation"
SUMMARY = "A function starts a thread or task and sleeps instead of waiting for it."
ADVICE = "Wait for the work itself: join the thread, await the task, or wait for an event."

_SLEEPS = {"time.sleep", "asyncio.sleep"}
_STARTS = {
    "threading.Thread",
    "threading.Timer",
    "asyncio.create_task",
    "asyncio.ensure_future",
    "_thread.start_new_thread",
}
_WAITS = {
    "join", "result", "wait", "wait_for", "gather", "as_completed", "get", "get_nowait", "shutdown",
    "acquire", "cancel", "set", "stop", "close", "terminate", "kill", "put", "notify", "notify_all",
    "is_alive", "is_set", "done", "run_until_complete", "exception", "release", "send",
}  # fmt: skip


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find sleeps that stand in for waiting."""
    for function in module.nodes_of_class(nodes.FunctionDef):
        starts = [call for call in own_nodes(function, nodes.Call) if called(call) in _STARTS]
        for call in own_nodes(function, nodes.Call) if starts else ():
            after_start = any(start.lineno < call.lineno for start in starts)
            if after_start and _is_sleep(call) and not _waits_after(function, call, starts):
                yield call, "this sleep only hopes that the started work is done by then"


def _is_sleep(call: nodes.Call) -> bool:
    if called(call) not in _SLEEPS or not call.args or _in_loop(call):
        return False
    seconds = call.args[0]
    return not (isinstance(seconds, nodes.Const) and seconds.value == 0)


def _in_loop(node: nodes.NodeNG) -> bool:
    for parent in node.node_ancestors():
        if isinstance(parent, (nodes.For, nodes.While, nodes.With)):
            return True
        if isinstance(parent, nodes.FunctionDef):
            return False
    return False


def _waits_after(function: nodes.FunctionDef, sleep: nodes.Call, starts: list[nodes.Call]) -> bool:
    """Whether anything is waited for, told to stop, or handed to the caller from here on."""
    kinds = (nodes.Call, nodes.Await, nodes.Return, nodes.Yield)
    for node in own_nodes(function, kinds):
        if isinstance(node, nodes.Call):
            method = node.func.attrname if isinstance(node.func, nodes.Attribute) else ""
            if method in _WAITS and node not in starts and called(node) not in _SLEEPS:
                return True
        elif isinstance(node, nodes.Await) and called(node.value) not in _SLEEPS:
            if node.lineno > sleep.lineno:
                return True
        elif isinstance(node, nodes.Return) and _hands_out(node, starts):
            return True
    return False


def _hands_out(node: nodes.Return, starts: list[nodes.Call]) -> bool:
    """Whether the thread or task itself is returned, for the caller to wait for."""
    if node.value is None:
        return False
    names = {
        target.name
        for start in starts
        if isinstance(start.parent, nodes.Assign)
        for target in start.parent.targets
        if isinstance(target, nodes.AssignName)
    }
    returned = [node.value, *getattr(node.value, "elts", [])]
    return any(getattr(item, "name", None) in names for item in returned)


_THREAD = """\
import threading
import time

def collect(fetch):
    results = []
    worker = threading.Thread(target=lambda: results.append(fetch()))
    worker.start()
    time.sleep(2)
    return results
"""

_TASK = """\
import asyncio

async def collect(fetch):
    results = []
    asyncio.create_task(fetch(results))
    await asyncio.sleep(1)
    return results
"""

BAD = (Example(_THREAD, (8,)), Example(_TASK, (6,)))

_JOINED = """\
import threading
import time

def collect(fetch):
    results = []
    worker = threading.Thread(target=lambda: results.append(fetch()))
    worker.start()
    time.sleep(0.1)
    worker.join()
    return results
"""

_KEEPS_RUNNING = """\
import threading
import time

def main(serve):
    threading.Thread(target=serve, daemon=True).start()
    while True:
        time.sleep(1)
"""

_AWAITED = """\
import asyncio

async def collect(fetch):
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    return await task

async def start(fetch):
    task = asyncio.create_task(fetch())
    await asyncio.sleep(0.1)
    return task
"""

_STOPPED = """\
import threading
import time

def run_for(seconds, work):
    stop = threading.Event()
    threading.Thread(target=work, args=(stop,)).start()
    time.sleep(seconds)
    stop.set()
"""

GOOD = (_JOINED, _KEEPS_RUNNING, _AWAITED, _STOPPED)
