"""A list or dictionary in the body of a class exists once, for all of its instances.

`self.items.append(x)` then changes the list that every other instance uses as well: two
carts share their goods, two subjects their observers. Create the container in `__init__`.

Accepted: containers that are meant to be shared and say so, by being reached through the
class (`cls.`, the class's name), by a `ClassVar` annotation, or by an upper-case name; and
containers that some method replaces on the instance.
"""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Example
from grader.checks.python.names import called

NAME = "py.mutable-class-state"
SUMMARY = "A container in the class body is changed through `self`, for all instances at once."
ADVICE = "Create the container in __init__, or reach it through the class if it is to be shared."

_CONTAINERS = {
    "builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray",
    "collections.deque", "collections.defaultdict", "collections.OrderedDict",
    "collections.Counter",
}  # fmt: skip
_CHANGES = {
    "append", "appendleft", "extend", "insert", "add", "update", "setdefault", "pop", "popleft",
    "popitem", "remove", "discard", "clear", "move_to_end",
}  # fmt: skip


def check(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, str]]:
    """Find containers of a class that its methods change as if they were the instance's."""
    for owner in module.nodes_of_class(nodes.ClassDef):
        if owner.type == "metaclass" or owner.decorators is not None:
            continue
        for name, statement in _containers(owner):
            if _changed_through_self(owner, name) and not _meant_to_be_shared(module, owner, name):
                yield statement, f"`{name}` is one container for all instances of {owner.name}"


def _containers(owner: nodes.ClassDef) -> Iterator[tuple[str, nodes.NodeNG]]:
    for statement in owner.body:
        if (
            isinstance(statement, nodes.AnnAssign)
            and "ClassVar" in statement.annotation.as_string()
        ):
            continue
        if not isinstance(statement, (nodes.Assign, nodes.AnnAssign)):
            continue
        value = statement.value
        is_literal = isinstance(
            value, (nodes.List, nodes.Dict, nodes.Set, nodes.ListComp, nodes.DictComp)
        )
        if is_literal or called(value) in _CONTAINERS:
            targets = (
                statement.targets if isinstance(statement, nodes.Assign) else [statement.target]
            )
            for target in targets:
                if isinstance(target, nodes.AssignName) and not target.name.isupper():
                    yield target.name, statement


def _changed_through_self(owner: nodes.ClassDef, name: str) -> bool:
    return any(
        node.attrname == name and _is_self(node.expr) and _is_changed(node)
        for node in owner.nodes_of_class(nodes.Attribute)
    )


def _is_changed(node: nodes.Attribute) -> bool:
    """`x.append(…)`, `x[i] = …`, `x[i] += …`, `del x[i]`."""
    parent = node.parent
    if isinstance(parent, nodes.Attribute):
        return parent.attrname in _CHANGES and isinstance(parent.parent, nodes.Call)
    if not isinstance(parent, nodes.Subscript) or parent.value is not node:
        return False
    statement = parent.parent
    if not isinstance(statement, (nodes.Assign, nodes.AugAssign, nodes.Delete)):
        return False
    return getattr(statement, "value", None) is not parent


def _meant_to_be_shared(module: nodes.Module, owner: nodes.ClassDef, name: str) -> bool:
    for node in module.nodes_of_class((nodes.Attribute, nodes.AssignAttr)):
        if node.attrname == name and not _is_self(node.expr):
            return True
        if node.attrname == name and isinstance(node, nodes.AssignAttr):
            return True
    by_name = (nodes.Const, nodes.Name)
    return any(
        (node.value if isinstance(node, nodes.Const) else node.name) == name
        for node in owner.nodes_of_class(by_name)
    )


def _is_self(node: nodes.NodeNG) -> bool:
    return isinstance(node, nodes.Name) and node.name == "self"


_CART = """\
class Cart:
    items = []
    prices: dict = {}

    def add(self, item, price):
        self.items.append(item)
        self.prices[item] = price
"""

BAD = (Example(_CART, (2, 3)),)

_IN_INIT = """\
class Cart:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
"""

_SHARED = """\
from typing import ClassVar

class Plugin:
    registry = {}
    names: ClassVar[list[str]] = []
    CACHE = {}
    _shared_state = {}

    def __init__(self):
        self.__dict__ = self._shared_state
        self.names.append("x")
        self.CACHE["a"] = 1

    @classmethod
    def register(cls, name, value):
        cls.registry[name] = value

    def forget(self, name):
        self.registry.pop(name)
"""

_REPLACED = """\
class Cart:
    items = []
    defaults = {"a": 1}

    def __init__(self, items=()):
        self.items = list(items)

    def add(self, item):
        self.items.append(item)
        return self.defaults["a"]
"""

GOOD = (_IN_INIT, _SHARED, _REPLACED)
