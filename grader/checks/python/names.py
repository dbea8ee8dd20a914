"""What a name in the source stands for, read from imports and scopes alone: nothing is inferred."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes


def qualified(node: nodes.NodeNG | None) -> str:
    """The dotted origin of a name or attribute, such as `threading.Lock` or `builtins.str`.

    Empty when the name is something of the file's own, or something computed.
    """
    if isinstance(node, nodes.Attribute):
        base = qualified(node.expr)
        return f"{base}.{node.attrname}" if base else ""
    if not isinstance(node, nodes.Name):
        return ""
    scope, statements = node.lookup(node.name)
    if scope.root().name == "builtins" and scope is scope.root():
        return f"builtins.{node.name}"
    for statement in statements:
        origin = _imported_as(statement, node.name)
        if origin:
            return origin
    return ""


def called(node: nodes.NodeNG | None) -> str:
    """The dotted origin of what a call calls; empty for anything else."""
    return qualified(node.func) if isinstance(node, nodes.Call) else ""


def _imported_as(statement: nodes.NodeNG, name: str) -> str:
    if isinstance(statement, nodes.Import):
        for module, alias in statement.names:
            if (alias or module.partition(".")[0]) == name:
                return str(module if alias else name)
    if isinstance(statement, nodes.ImportFrom):
        for item, alias in statement.names:
            if (alias or item) == name:
                return f"{statement.modname}.{item}"
    return ""


def enclosing_function(node: nodes.NodeNG) -> nodes.FunctionDef | None:
    """The function whose body runs `node`, lambdas and comprehensions left out."""
    parent = node.parent
    while parent is not None and not isinstance(
        parent, (nodes.FunctionDef, nodes.ClassDef, nodes.Module)
    ):
        parent = parent.parent
    return parent if isinstance(parent, nodes.FunctionDef) else None


def enclosing_class(function: nodes.FunctionDef) -> nodes.ClassDef | None:
    """The class whose body defines `function` directly."""
    parent = function.parent
    while isinstance(parent, (nodes.If, nodes.Try)):
        parent = parent.parent
    return parent if isinstance(parent, nodes.ClassDef) else None


def inside(node: nodes.NodeNG, ancestor: nodes.NodeNG) -> bool:
    """Whether `node` is `ancestor` or lies in it."""
    current: nodes.NodeNG | None = node
    while current is not None:
        if current is ancestor:
            return True
        current = current.parent
    return False


def own_nodes(function: nodes.NodeNG, kinds: type | tuple[type, ...]) -> Iterator[nodes.NodeNG]:
    """Nodes of these kinds that run with a function, in order, nested functions left out."""
    for child in function.get_children():
        if isinstance(child, kinds):
            yield child
        if not isinstance(child, (nodes.FunctionDef, nodes.ClassDef, nodes.Lambda)):
            yield from own_nodes(child, kinds)


def is_none(node: nodes.NodeNG | None) -> bool:
    """Whether a node is the literal None."""
    return isinstance(node, nodes.Const) and node.value is None


def text_of(node: nodes.NodeNG | None) -> str | None:
    """The value of a string literal."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def parameters(function: nodes.FunctionDef) -> tuple[str, ...]:
    """All parameter names, `*args` and `**kwargs` without their stars included."""
    arguments = function.args
    named = [
        *(arguments.posonlyargs or ()),
        *(arguments.args or ()),
        *(arguments.kwonlyargs or ()),
    ]
    variadic = [arguments.vararg, arguments.kwarg]
    return tuple([item.name for item in named] + [name for name in variadic if name])
