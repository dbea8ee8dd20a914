"""Places that several threads share: class attributes, globals, entries of shared dictionaries.

A place is known by its kind and name only: `cls._instance`, `Singleton._instance` and
`type(self)._instance` are one place. That errs on the side of seeing a lock's recheck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from astroid import nodes

from grader.checks.python.names import (
    called,
    enclosing_class,
    enclosing_function,
    text_of,
)

Kind = Literal["attribute", "global", "closure", "item"]
_CLASS_PARAMETERS = {"cls", "klass", "class_", "mcs"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A shared place; `name` is the attribute, the variable, or the dictionary's name."""

    kind: Kind
    name: str


def shared_place(node: nodes.NodeNG | None) -> Shared | None:
    """The shared place that an expression or assignment target stands for, if any."""
    if isinstance(node, nodes.NamedExpr):
        return shared_place(node.value)
    if isinstance(node, (nodes.Attribute, nodes.AssignAttr)):
        return Shared(kind="attribute", name=node.attrname) if is_class(node.expr) else None
    if isinstance(node, (nodes.Name, nodes.AssignName)):
        return _variable(node)
    if isinstance(node, nodes.Subscript):
        return _item(node.value)
    if isinstance(node, nodes.Call):
        return _looked_up(node)
    return None


def is_class(node: nodes.NodeNG | None) -> bool:
    """Whether an expression is a class, or a function used as a place to keep attributes."""
    if isinstance(node, nodes.Attribute):
        return bool(node.attrname == "__class__")
    if isinstance(node, nodes.Call):
        return called(node) == "builtins.type" and len(node.args) == 1
    if not isinstance(node, nodes.Name):
        return False
    if node.name == "__class__":
        return True
    scope, statements = node.lookup(node.name)
    if isinstance(scope, nodes.FunctionDef) and _is_parameter(scope, node.name):
        return _takes_class(scope, node)
    return any(_defines_class(statement) for statement in statements)


def is_metaclass_method(function: nodes.FunctionDef) -> bool:
    """Whether a function is a method of a metaclass, so that its `self` is a class."""
    owner = enclosing_class(function)
    return owner is not None and owner.type == "metaclass"


def _is_parameter(function: nodes.FunctionDef, name: str) -> bool:
    arguments = (function.args.posonlyargs or []) + (function.args.args or [])
    return any(item.name == name for item in arguments)


def _takes_class(function: nodes.FunctionDef, node: nodes.Name) -> bool:
    """A class decorator's own body runs on import; the functions that it makes run later."""
    first = ((function.args.posonlyargs or []) + (function.args.args or []))[0].name
    if enclosing_class(function) is None:
        return node.name in _CLASS_PARAMETERS and enclosing_function(node) is not function
    return bool(
        first == node.name and (function.type == "classmethod" or is_metaclass_method(function))
    )


def _defines_class(statement: nodes.NodeNG) -> bool:
    if isinstance(statement, (nodes.ClassDef, nodes.FunctionDef)):
        return True
    parent = statement.parent
    return isinstance(parent, nodes.Assign) and (
        isinstance(parent.value, (nodes.Call, nodes.Attribute)) and is_class(parent.value)
    )


def _variable(node: nodes.Name | nodes.AssignName) -> Shared | None:
    function = enclosing_function(node)
    if function is None:
        return None
    if _declared(function, nodes.Global, node.name):
        return Shared(kind="global", name=node.name)
    if _declared(function, nodes.Nonlocal, node.name):
        return Shared(kind="closure", name=node.name)
    return None


def _declared(function: nodes.FunctionDef, kind: type, name: str) -> bool:
    return any(
        name in item.names for item in function.nodes_of_class(kind, skip_klass=nodes.FunctionDef)
    )


def _item(container: nodes.NodeNG) -> Shared | None:
    if isinstance(container, nodes.Attribute) and is_class(container.expr):
        return Shared(kind="item", name=container.attrname)
    if isinstance(container, nodes.Name):
        function = enclosing_function(container)
        scope, _ = container.lookup(container.name)
        if function is not None and scope is not function and scope.root().name != "builtins":
            return Shared(kind="item", name=container.name)
    return None


def _looked_up(call: nodes.Call) -> Shared | None:
    """`getattr(cls, "x", …)`, `vars(cls).get("x")`, `cls.__dict__.get("x")`, `shared.get(key)`."""
    if called(call) == "builtins.getattr" and len(call.args) >= 2:
        name = text_of(call.args[1])
        return Shared(kind="attribute", name=name) if name and is_class(call.args[0]) else None
    if not (isinstance(call.func, nodes.Attribute) and call.func.attrname == "get" and call.args):
        return None
    name = text_of(call.args[0])
    if name and is_namespace(call.func.expr):
        return Shared(kind="attribute", name=name)
    return _item(call.func.expr)


def is_namespace(node: nodes.NodeNG) -> bool:
    """Whether an expression is the dictionary of a class: `vars(cls)` or `cls.__dict__`."""
    if isinstance(node, nodes.Call):
        return called(node) in {"builtins.vars", "builtins.dir"} and any(map(is_class, node.args))
    return isinstance(node, nodes.Attribute) and node.attrname == "__dict__" and is_class(node.expr)
