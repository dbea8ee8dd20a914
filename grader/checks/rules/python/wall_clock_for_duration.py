"""The time of day can jump: it is corrected over the network and set by people.

A difference of two `time.time()` readings is then wrong, even negative: a cache keeps an
entry for an hour too long, a limiter lets everybody through. `time.monotonic()` only ever
goes forward, and `time.perf_counter()` does so with a finer resolution.

Both ends of the difference have to be readings that the same function or class took: a
comparison with the time of a file or a stored date needs the time of day, and is accepted. So
is an attribute that is used for anything besides differences: it may be shown as a date.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.names import (
    called,
    enclosing_class,
    enclosing_function,
    is_none,
    parameters,
)

NAME = "py.wall-clock-for-duration"
SUMMARY = "A duration is measured with the time of day, which can jump."
ADVICE = "Measure durations with time.monotonic() or time.perf_counter()."

_WALL_CLOCKS = {
    "time.time",
    "time.time_ns",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
}


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find differences of which both sides are readings of the wall clock."""
    for node in module.nodes_of_class(nodes.BinOp):
        if node.op == "-" and _is_reading(node.left) and _is_reading(node.right):
            yield node, "this duration is wrong whenever the clock is set between the two readings"


def _is_reading(node: nodes.NodeNG) -> bool:
    if called(node) in _WALL_CLOCKS:
        return True
    if isinstance(node, nodes.Name):
        return _only_readings(_assigned_to_variable(node))
    if isinstance(node, nodes.Attribute):
        return _only_readings(_assigned_to_attribute(node))
    return False


def _only_readings(values: list[nodes.NodeNG | None]) -> bool:
    """Whether every value is a reading; None and numbers may stand in before the first."""
    readings = [value for value in values if called(value) in _WALL_CLOCKS]
    others = [value for value in values if value not in readings]
    return bool(readings) and all(is_none(item) or _is_number(item) for item in others)


def _is_number(value: nodes.NodeNG | None) -> bool:
    return isinstance(value, nodes.Const) and isinstance(value.value, (int, float))


def _assigned_to_variable(node: nodes.Name) -> list[nodes.NodeNG | None]:
    scope, _ = node.lookup(node.name)
    if isinstance(scope, nodes.FunctionDef) and node.name in parameters(scope):
        return []
    return [
        getattr(item.parent, "value", None)
        for item in scope.nodes_of_class(nodes.AssignName)
        if item.name == node.name and item.scope() is scope
    ]


def _assigned_to_attribute(node: nodes.Attribute) -> list[nodes.NodeNG | None]:
    """Everything that the class stores in `self.<name>`."""
    function = enclosing_function(node)
    while function is not None and enclosing_class(function) is None:
        function = enclosing_function(function)
    owner = enclosing_class(function) if function is not None else None
    if owner is None or not isinstance(node.expr, nodes.Name) or node.expr.name != "self":
        return []
    uses = [
        item for item in owner.nodes_of_class(nodes.Attribute) if item.attrname == node.attrname
    ]
    if not all(map(_only_measures, uses)):
        return []
    return [
        getattr(item.parent, "value", None)
        for item in owner.nodes_of_class(nodes.AssignAttr)
        if item.attrname == node.attrname
    ]


def _only_measures(use: nodes.Attribute) -> bool:
    """Whether a use is a difference or a test for None: the date itself matters to nobody."""
    if isinstance(use.parent, nodes.Compare):
        return any(is_none(side) for _, side in use.parent.ops)
    is_test = isinstance(use.parent, (nodes.If, nodes.BoolOp, nodes.UnaryOp, nodes.IfExp))
    return is_test or (isinstance(use.parent, nodes.BinOp) and use.parent.op == "-")


_LOCALS = """\
import time

def timed(function):
    start = time.time()
    result = function()
    print(f"took {time.time() - start:.3f} s")
    return result
"""

_ATTRIBUTE = """\
from datetime import datetime

class Breaker:
    def __init__(self):
        self.opened = None

    def trip(self):
        self.opened = datetime.now()

    def may_retry(self, seconds):
        now = datetime.now()
        return (now - self.opened).total_seconds() > seconds
"""

BAD = (Example(_LOCALS, (6,)), Example(_ATTRIBUTE, (12,)))

_MONOTONIC = """\
import time
from time import perf_counter

class Breaker:
    def __init__(self, clock=time.time):
        self._clock = clock
        self.opened = time.monotonic()

    def age(self):
        return time.monotonic() - self.opened, self._clock() - self.opened

def timed(function):
    start = perf_counter()
    function()
    return perf_counter() - start
"""

_DATES = """\
import os
import time
from datetime import datetime

def age_of(path):
    return time.time() - os.path.getmtime(path)

def age(born):
    return datetime.now() - born

class Session:
    def __init__(self, created=None):
        self.created = created or time.time()

    def age(self):
        return time.time() - self.created

class Mailbox:
    def __init__(self, path):
        self.path = path
        self.read = time.time()

    def changed(self):
        return time.time() - self.read > 2 or os.path.getmtime(self.path) > self.read
"""

GOOD = (_MONOTONIC, _DATES)
