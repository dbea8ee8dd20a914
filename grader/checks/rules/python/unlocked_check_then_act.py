"""Two threads can run `if cls._instance is None:` before either has stored an instance.

Both then see None, both create an object, and the program has two "singletons". The check
and the assignment have to happen while one lock is held. Checking once more without the
lock, before taking it, is fine as a short cut: only the check under the lock decides.

Heuristic. What counts as shared: class attributes, globals, variables of a decorator, and
entries of a shared dictionary that hold new instances. Accepted: any lock (`with`,
`acquire()`, an ExitStack, an unknown decorator), around the code or around every call of
it, a metaclass that locks creation, `setdefault`, coroutines, and places filled on import.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.acts import acts, is_safe
from grader.checks.python.guards import aliases, guards
from grader.checks.python.places import Shared, is_metaclass_method

NAME = "py.unlocked-check-then-act"
SUMMARY = "A shared place is checked and then set without holding a lock."
ADVICE = "Hold one lock around the check and the assignment, or fill the place on import."

_CLASS_CREATION = {"__init_subclass__", "__set_name__", "__prepare__"}


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find checks whose outcome decides an assignment, with no lock over both."""
    for function in module.nodes_of_class(nodes.FunctionDef):
        if isinstance(function, nodes.AsyncFunctionDef) or _makes_classes(function):
            continue
        held = aliases(function)
        for act, place in acts(function):
            checks = tuple(guards(act, place, held))
            if checks and not is_safe(act, place, checks, function, held):
                yield checks[0], _message(place)


def _makes_classes(function: nodes.FunctionDef) -> bool:
    """Classes are made on import, by one thread."""
    return function.name in _CLASS_CREATION or (
        function.name in {"__new__", "__init__"} and is_metaclass_method(function)
    )


def _message(place: Shared) -> str:
    return (
        f"`{place.name}` is checked here and set afterwards without one lock around both: "
        "two threads can both find it unset"
    )


_GUIDE = """\
class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
"""

_CHECK_OUTSIDE = """\
import threading

class Singleton:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                cls._instance = super().__new__(cls)
        return cls._instance
"""

_DECORATOR = """\
def singleton(cls):
    instances = {}
    def get_instance(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get_instance
"""

BAD = (
    Example(_GUIDE, (5,)),
    Example(_CHECK_OUTSIDE, (8,)),
    Example(_DECORATOR, (4,)),
)

_LOCKED = """\
import threading

class Singleton:
    _instance = None
    _lock = threading.RLock()

    def __new__(cls, *args):
        with cls._lock:
            if cls._instance is None:
                made = super().__new__(cls)
                made.value = 0
                cls._instance = made
            return cls._instance
"""

_DOUBLE_CHECKED = """\
import threading

class Singleton:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
        return cls._instance
"""

_METACLASS = """\
import threading

class SingletonMeta(type):
    _instances: dict = {}
    _lock = threading.Lock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
            return cls._instances[cls]
"""

_ON_IMPORT = """\
class Singleton:
    def __new__(cls):
        return _INSTANCE

_INSTANCE = object.__new__(Singleton)
"""

GOOD = (_LOCKED, _DOUBLE_CHECKED, _METACLASS, _ON_IMPORT)
