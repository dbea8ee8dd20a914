"""A lock keeps threads apart only if they all use the same one.

A lock that is made inside the function that takes it is new on every call: each thread holds
its own, nobody ever waits, and the code is as unprotected as before. Make the lock once, next
to the data that it guards: in the module, the class, or `__init__`.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.locks import unshared_lock
from grader.checks.python.names import own_nodes

NAME = "py.lock-created-per-call"
SUMMARY = "A lock is created by the same call that takes it, so that no two threads share it."
ADVICE = "Create the lock once, where the data that it guards lives, and take that one."


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find locks that are taken and that no other thread can ever hold."""
    for function in module.nodes_of_class(nodes.FunctionDef):
        for taken in _taken(function):
            made = unshared_lock(taken)
            if made is not None:
                yield made, "this lock is new on every call, so it never makes another thread wait"


def _taken(function: nodes.FunctionDef) -> Iterator[nodes.NodeNG]:
    for node in own_nodes(function, (nodes.With, nodes.Call)):
        if isinstance(node, nodes.With):
            yield from (item for item, _ in node.items)
        elif isinstance(node.func, nodes.Attribute) and node.func.attrname == "acquire":
            yield node.func.expr


_IN_WITH = """\
import threading

class Counter:
    value = 0

    def increment(self):
        with threading.Lock():
            self.value += 1
"""

_LOCAL = """\
from threading import RLock

def transfer(source, target, amount):
    lock = RLock()
    lock.acquire()
    try:
        source.balance -= amount
        target.balance += amount
    finally:
        lock.release()
"""

_ASYNC = """\
import asyncio

async def add(totals, key):
    guard = asyncio.Lock()
    async with guard:
        totals[key] = totals.get(key, 0) + 1
"""

BAD = (Example(_IN_WITH, (7,)), Example(_LOCAL, (4,)), Example(_ASYNC, (4,)))

_SHARED = """\
import threading

class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self.value = 0

    def increment(self):
        lock = self._lock
        with lock:
            self.value += 1
"""

_CAPTURED = """\
import threading

def count(items):
    lock = threading.Lock()
    total = 0

    def work(item):
        nonlocal total
        with lock:
            total += item

    threads = [threading.Thread(target=work, args=(item,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with lock:
        return total
"""

_HANDED_ON = """\
import asyncio

async def fetch_all(urls, fetch):
    limit = asyncio.Semaphore(5)
    async with limit:
        pass
    return await asyncio.gather(*(fetch(url, limit) for url in urls))
"""

_PER_KEY = """\
import threading

_locks: dict = {}

def guarded(key, action):
    lock = _locks.setdefault(key, threading.Lock())
    with lock:
        return action()

def fresh(key):
    lock = _locks[key] = threading.Lock()
    with lock:
        return key
"""

GOOD = (_SHARED, _CAPTURED, _HANDED_ON, _PER_KEY)
