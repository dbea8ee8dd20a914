"""`except Exception: pass` throws away every mistake, those that nobody thought of included.

A misspelt name, a full disk or a wrong type then looks like success, and the search for the
cause starts somewhere else, days later. Catch the exceptions that you expect, and do
something with them: log them, count them, try again, or raise one that says more.

Accepted: narrow exceptions, any handler that does something, clean-up in `__del__` and
`__exit__`, and loops that give up with an exception after the last attempt.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.names import called, enclosing_function, inside, own_nodes, qualified

NAME = "py.swallowed-exception"
SUMMARY = "A handler for all exceptions does nothing with them."
ADVICE = "Catch what you expect, and log, count, retry or raise instead of passing."

_ALL = {"builtins.Exception", "builtins.BaseException"}
_CLEAN_UP = {"__del__", "__exit__", "__aexit__"}


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find handlers of everything that do nothing."""
    for node in (*_idle_handlers(module), *_suppressions(module)):
        if not _is_clean_up(node) and not _raises_later(node):
            yield node, "every exception ends here without a trace"


def _idle_handlers(module: nodes.Module) -> Iterator[nodes.ExceptHandler]:
    for handler in module.nodes_of_class(nodes.ExceptHandler):
        if _catches_all(handler) and all(map(_does_nothing, handler.body)):
            yield handler


def _suppressions(module: nodes.Module) -> Iterator[nodes.Call]:
    """`with contextlib.suppress(Exception):`."""
    for statement in module.nodes_of_class(nodes.With):
        for item, _ in statement.items:
            suppressed = item.args if called(item) == "contextlib.suppress" else ()
            if any(qualified(kind) in _ALL for kind in suppressed):
                yield item


def _catches_all(handler: nodes.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, nodes.Tuple) else [handler.type]
    return any(qualified(kind) in _ALL for kind in kinds)


def _does_nothing(statement: nodes.NodeNG) -> bool:
    if isinstance(statement, nodes.Expr):
        return isinstance(statement.value, nodes.Const)
    return isinstance(statement, (nodes.Pass, nodes.Continue))


def _is_clean_up(node: nodes.NodeNG) -> bool:
    function = enclosing_function(node)
    return function is not None and function.name in _CLEAN_UP


def _raises_later(node: nodes.NodeNG) -> bool:
    """Whether the function raises after the handler: `for attempt in …: try …` and give up."""
    function = enclosing_function(node)
    return function is not None and any(
        raised.lineno > node.lineno and not inside(raised, node)
        for raised in own_nodes(function, nodes.Raise)
    )


_PASS = """\
def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except Exception:
        pass
    return ""
"""

_LOOP = """\
import contextlib

def notify(observers, event):
    for observer in observers:
        try:
            observer(event)
        except:
            continue
    for observer in observers:
        with contextlib.suppress(Exception):
            observer(event)
"""

BAD = (Example(_PASS, (5,)), Example(_LOOP, (7, 10)))

_NARROW = """\
import contextlib
import logging

def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        pass
    return ""

def notify(observers, event):
    for observer in observers:
        try:
            observer(event)
        except Exception:
            logging.exception("an observer failed")
    with contextlib.suppress(KeyError):
        del event["seen"]
"""

_RETRY = """\
def retry(action, attempts):
    for _ in range(attempts):
        try:
            return action()
        except Exception:
            continue
    raise TimeoutError(f"no success in {attempts} attempts")

class Handle:
    def __del__(self):
        try:
            self.close()
        except Exception:
            pass
"""

GOOD = (_NARROW, _RETRY)
