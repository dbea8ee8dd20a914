"""Whether code runs while a lock is held: generous, for a repair can take many forms.

Any `with` whose context could be a lock counts, and so does any earlier `.acquire()` or
`enter_context()` of the function, any unknown decorator, and being called only from places
that hold a lock. What does not count is a lock that nobody else can know.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.python.names import (
    called,
    enclosing_class,
    enclosing_function,
    own_nodes,
    qualified,
)
from grader.checks.python.places import is_metaclass_method

CONSTRUCTORS = frozenset(
    f"{module}.{name}"
    for module in ("threading", "multiprocessing", "asyncio")
    for name in ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore")
) | {"_thread.allocate_lock", "_thread.RLock"}

_NO_LOCKS = ("builtins.open", "contextlib.", "warnings.", "decimal.", "tempfile.", "concurrent.")
_PLAIN_DECORATORS = ("builtins.", "functools.", "abc.", "typing.", "contextlib.", "staticmethod")
_ACQUIRES = {"acquire", "enter_context", "__enter__", "acquire_lock"}
_DEPTH = 4


def lock_region(node: nodes.NodeNG) -> nodes.NodeNG | None:
    """The `with` (or the acquiring call) that holds a lock while `node` runs, or None.

    Only the function that contains `node` is looked at; see `called_under_lock`.
    """
    parent = node.parent
    while parent is not None and not isinstance(
        parent, (nodes.FunctionDef, nodes.ClassDef, nodes.Module)
    ):
        if isinstance(parent, nodes.With):
            contexts = [item for item, _ in parent.items]
            if node not in contexts and any(map(_may_lock, contexts)):
                return parent
        parent = parent.parent
    if not isinstance(parent, nodes.FunctionDef):
        return None
    return next((call for call in _acquisitions(parent) if call.lineno <= node.lineno), None)


def runs_after(node: nodes.NodeNG, region: nodes.NodeNG) -> bool:
    """Whether `node` runs while the lock of a region is held."""
    if isinstance(region, nodes.With):
        return any(parent is region for parent in node.node_ancestors())
    return bool(node.lineno >= region.lineno)


def called_under_lock(function: nodes.FunctionDef, depth: int = _DEPTH) -> bool:
    """Whether a function only ever runs with a lock held, as far as this file can tell."""
    if _has_unknown_decorator(function) or _created_under_lock(function):
        return True
    if depth == 0:
        return False
    calls = tuple(_calls_of(function))
    return bool(calls) and all(_is_locked(call, depth) for call in calls)


def unshared_lock(item: nodes.NodeNG) -> nodes.Call | None:
    """The constructor call of a lock that was made for this one use of it, or None.

    That is `with Lock():`, or a local variable that is bound to a new lock, never leaves
    the function, and is therefore seen by one thread only.
    """
    if isinstance(item, nodes.Call):
        return item if called(item) in CONSTRUCTORS else None
    function = enclosing_function(item)
    if not isinstance(item, nodes.Name) or function is None:
        return None
    scope, statements = item.lookup(item.name)
    values = [getattr(statement.parent, "value", None) for statement in statements]
    if scope is not function or not values or _escapes(item.name, function):
        return None
    made = [value for value in values if called(value) in CONSTRUCTORS]
    return made[0] if len(made) == len(values) else None


def _escapes(name: str, function: nodes.FunctionDef) -> bool:
    """Whether a local variable is used other than as `with name:` or `name.method()`."""
    for declaration in function.nodes_of_class((nodes.Global, nodes.Nonlocal)):
        if name in declaration.names:
            return True
    for use in function.nodes_of_class(nodes.Name):
        if use.name != name:
            continue
        if enclosing_function(use) is not function or _in_lambda(use, function):
            return True
        is_context = isinstance(use.parent, nodes.With)
        is_method = isinstance(use.parent, nodes.Attribute) and isinstance(
            use.parent.parent, nodes.Call
        )
        if not (is_context or is_method):
            return True
    assigned = [
        node.parent for node in function.nodes_of_class(nodes.AssignName) if node.name == name
    ]
    return any(isinstance(item, nodes.Assign) and len(item.targets) > 1 for item in assigned)


def _in_lambda(node: nodes.NodeNG, function: nodes.FunctionDef) -> bool:
    for parent in node.node_ancestors():
        if parent is function:
            return False
        if isinstance(parent, (nodes.Lambda, nodes.GeneratorExp, nodes.ClassDef)):
            return True
    return False


def _may_lock(item: nodes.NodeNG) -> bool:
    if unshared_lock(item) is not None:
        return False
    return not (isinstance(item, nodes.Call) and called(item).startswith(_NO_LOCKS))


def _acquisitions(function: nodes.FunctionDef) -> Iterator[nodes.Call]:
    for call in own_nodes(function, nodes.Call):
        method = call.func.attrname if isinstance(call.func, nodes.Attribute) else ""
        if method in _ACQUIRES and unshared_lock(call.func.expr) is None:
            yield call


def _has_unknown_decorator(function: nodes.FunctionDef) -> bool:
    """`@synchronized` and its like; only decorators known to take no lock are seen through."""
    for decorator in function.decorators.nodes if function.decorators else ():
        name = qualified(decorator.func if isinstance(decorator, nodes.Call) else decorator)
        if not name.startswith(_PLAIN_DECORATORS):
            return True
    return False


def _created_under_lock(function: nodes.FunctionDef) -> bool:
    """Whether a metaclass of this file takes a lock around the creation of instances."""
    owner = enclosing_class(function)
    if function.name not in {"__new__", "__init__"} or owner is None:
        return False
    return any(
        method.name == "__call__" and is_metaclass_method(method) and _delegates_locked(method)
        for method in function.root().nodes_of_class(nodes.FunctionDef)
    )


def _delegates_locked(method: nodes.FunctionDef) -> bool:
    calls = [
        call
        for call in own_nodes(method, nodes.Call)
        if isinstance(call.func, nodes.Attribute) and call.func.attrname == "__call__"
    ]
    return bool(calls) and all(lock_region(call) is not None for call in calls)


def _calls_of(function: nodes.FunctionDef) -> Iterator[nodes.Call]:
    """Calls in this file of something with the function's name; creation for a private class."""
    name = function.name
    if name in {"__new__", "__init__"}:
        owner = enclosing_class(function)
        name = owner.name if owner is not None and owner.name.startswith("_") else ""
    for call in function.root().nodes_of_class(nodes.Call):
        target = call.func
        used = (
            target.attrname if isinstance(target, nodes.Attribute) else getattr(target, "name", "")
        )
        if used and used == name:
            yield call


def _is_locked(call: nodes.Call, depth: int) -> bool:
    if lock_region(call) is not None:
        return True
    function = enclosing_function(call)
    return function is not None and called_under_lock(function, depth - 1)
