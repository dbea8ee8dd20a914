"""A key made with `str`, `repr`, an f-string or `hash` is not the arguments, only their looks.

Two different arguments can print alike (then one caller gets the other's result), and equal
arguments can print differently (then nothing is ever found). A hash is worse: different
values may share one. A tuple of the arguments themselves compares them with `==`, which is
what a cache needs: `(args, tuple(sorted(kwargs.items())))`, or `functools._make_key`.

Looked at: functions with `*args` or `**kwargs`, and helpers that these are handed to. A text
used only where the arguments turned out to be unhashable (`except TypeError`) is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.looks import made_of_looks
from grader.checks.python.names import own_nodes

NAME = "py.cache-key-from-str"
SUMMARY = "The key of a dictionary is a text or hash made from the arguments."
ADVICE = "Use the arguments themselves as the key: a tuple of args and the sorted kwargs items."

_BY_KEY = {"get", "setdefault", "pop", "move_to_end", "put", "set", "__getitem__", "__setitem__"}


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find keys that are built from the looks of variadic arguments."""
    for function in module.nodes_of_class(nodes.FunctionDef):
        if not (function.args.vararg or function.args.kwarg):
            continue
        for key in _keys(function):
            culprit = made_of_looks(key, function)
            if culprit is not None:
                yield (
                    culprit,
                    "this key is made from how the arguments look, not from what they are",
                )


def _keys(function: nodes.FunctionDef) -> Iterator[nodes.NodeNG]:
    """Expressions that choose an entry of a mapping."""
    for node in own_nodes(function, (nodes.Subscript, nodes.Compare, nodes.Call)):
        if isinstance(node, nodes.Subscript):
            yield node.slice
        elif isinstance(node, nodes.Compare):
            if node.ops[0][0] in ("in", "not in"):
                yield node.left
        elif isinstance(node.func, nodes.Attribute) and node.func.attrname in _BY_KEY and node.args:
            yield node.args[0]


_GUIDE = """\
import functools

def lru_cache(maxsize: int = 128):
    def decorator(func):
        cache = {}

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = str(args) + str(sorted(kwargs.items()))
            if key in cache:
                return cache[key]
            result = func(*args, **kwargs)
            cache[key] = result
            return result
        return wrapper
    return decorator
"""

_F_STRING = """\
def cached(cache):
    def decorator(func):
        def wrapper(*args, **kwargs):
            found = cache.get(f"{func.__name__}:{args}:{kwargs}")
            return func(*args, **kwargs) if found is None else found
        return wrapper
    return decorator
"""

_HASH = """\
def memoize(func):
    cache = {}
    def wrapper(*args, **kwargs):
        key = hash((args, frozenset(kwargs.items())))
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]
    return wrapper
"""

_HELPER = """\
def _make_key(args, kwargs):
    return repr(args) + repr(kwargs)

def memoize(func):
    cache = {}
    def wrapper(*args, **kwargs):
        key = _make_key(args, kwargs)
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]
    return wrapper
"""

BAD = (
    Example(_GUIDE, (9,)),
    Example(_F_STRING, (4,)),
    Example(_HASH, (4,)),
    Example(_HELPER, (2,)),
)

_TUPLE = """\
def memoize(func):
    cache = {}
    def wrapper(*args, **kwargs):
        key = (func.__name__, args, tuple(sorted(kwargs.items())))
        if key not in cache:
            cache[key] = func(*args, **kwargs)
        return cache[key]
    return wrapper
"""

_MAKE_KEY = """\
from functools import _make_key

def memoize(func):
    cache = {}
    def wrapper(*args, **kwargs):
        key = _make_key(args, kwargs, typed=False)
        try:
            return cache[key]
        except KeyError:
            print(f"computing {args} {kwargs}")
            return cache.setdefault(key, func(*args, **kwargs))
    return wrapper
"""

_UNHASHABLE = """\
def memoize(func):
    cache = {}
    def wrapper(*args):
        try:
            key = args
            hash(key)
        except TypeError:
            key = repr(args)
        if key not in cache:
            cache[key] = func(*args)
        return cache[key]
    return wrapper
"""

GOOD = (_TUPLE, _MAKE_KEY, _UNHASHABLE)
