"""Whether an expression is made from the looks of variadic arguments: `str(args)` and its like."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.python.names import (
    called,
    enclosing_function,
    own_nodes,
    qualified,
)

_LOOKS = {"builtins.str", "builtins.repr", "builtins.ascii", "builtins.format", "builtins.hash"}
_PASSES_ON = {
    "builtins.tuple", "builtins.sorted", "builtins.list", "builtins.frozenset", "builtins.set",
    "builtins.dict", "builtins.zip", "builtins.reversed", "builtins.enumerate",
}  # fmt: skip


def made_of_looks(key: nodes.NodeNG, function: nodes.FunctionDef) -> nodes.NodeNG | None:
    """The part of `key` (or of what its variable holds) that turns arguments into looks."""
    arguments = _variadic(function)
    for value in _values(key, function):
        found = _looks_in(value, arguments) or _looks_in_helper(value, arguments)
        if found is not None:
            return found
    return None


def _values(key: nodes.NodeNG, function: nodes.FunctionDef) -> Iterator[nodes.NodeNG]:
    """The expression itself, or what is assigned to the variable, fall-backs left out."""
    if not isinstance(key, nodes.Name):
        yield key
        return
    for node in own_nodes(
        function, (nodes.Assign, nodes.AnnAssign, nodes.AugAssign, nodes.NamedExpr)
    ):
        targets = node.targets if isinstance(node, nodes.Assign) else [node.target]
        named = any(getattr(item, "name", None) == key.name for item in targets)
        if named and node.value is not None and not _is_fall_back(node):
            yield node.value


def _is_fall_back(node: nodes.NodeNG) -> bool:
    """Whether a statement runs only because something could not be hashed."""
    for parent in node.node_ancestors():
        if isinstance(parent, nodes.ExceptHandler):
            kinds = parent.type.elts if isinstance(parent.type, nodes.Tuple) else [parent.type]
            if any(qualified(kind) == "builtins.TypeError" for kind in kinds):
                return True
    return False


def _variadic(function: nodes.FunctionDef) -> set[str]:
    """`args`, `kwargs`, and local names that hold just these in another order or container."""
    names = {name for name in (function.args.vararg, function.args.kwarg) if name}
    for node in own_nodes(function, nodes.Assign):
        if _passes_on(node.value, names):
            names |= {item.name for item in node.targets if isinstance(item, nodes.AssignName)}
    return names


def _passes_on(value: nodes.NodeNG, names: set[str]) -> bool:
    if isinstance(value, nodes.Name):
        return value.name in names
    if isinstance(value, nodes.Tuple):
        return any(_passes_on(item, names) for item in value.elts)
    if isinstance(value, nodes.Call):
        if isinstance(value.func, nodes.Attribute) and value.func.attrname in {"items", "values"}:
            return _passes_on(value.func.expr, names)
        return called(value) in _PASSES_ON and any(_passes_on(item, names) for item in value.args)
    return False


def _looks_in(value: nodes.NodeNG, names: set[str]) -> nodes.NodeNG | None:
    for node in value.nodes_of_class(
        (nodes.Call, nodes.JoinedStr, nodes.BinOp), skip_klass=nodes.Lambda
    ):
        if any(_is_of(part, names) for part in _shown(node)):
            return node
    return None


def _shown(node: nodes.NodeNG) -> tuple[nodes.NodeNG, ...]:
    """The expressions of which this one keeps only the looks."""
    if isinstance(node, nodes.JoinedStr):
        return tuple(item.value for item in node.values if isinstance(item, nodes.FormattedValue))
    if isinstance(node, nodes.BinOp):
        is_format = node.op == "%" and isinstance(node.left, nodes.Const)
        return (node.right,) if is_format and isinstance(node.left.value, str) else ()
    if called(node) in _LOOKS:
        return tuple(node.args)
    if called(node) == "builtins.map" and node.args and qualified(node.args[0]) in _LOOKS:
        return tuple(node.args[1:])
    is_method = isinstance(node, nodes.Call) and isinstance(node.func, nodes.Attribute)
    if is_method and node.func.attrname == "format" and isinstance(node.func.expr, nodes.Const):
        return (*node.args, *(keyword.value for keyword in node.keywords))
    return ()


def _is_of(part: nodes.NodeNG, names: set[str]) -> bool:
    """Whether an expression is the arguments, all or one of them, possibly rearranged."""
    bound = set(names)
    for node in (part, *part.node_ancestors()):
        for generator in getattr(node, "generators", ()):
            if any(name.name in bound for name in generator.iter.nodes_of_class(nodes.Name)):
                bound |= {item.name for item in generator.target.nodes_of_class(nodes.AssignName)}
    return any(
        name.name in bound and not _is_reduced(name, part)
        for name in part.nodes_of_class(nodes.Name)
    )


def _is_reduced(name: nodes.Name, within: nodes.NodeNG) -> bool:
    """Whether only something else about the argument is shown, such as its length or type."""
    node = name
    while node is not within:
        node = node.parent
        if isinstance(node, nodes.Call) and called(node) not in _PASSES_ON | _LOOKS:
            is_items = isinstance(node.func, nodes.Attribute) and node.func.attrname in {
                "items",
                "values",
            }
            if not is_items:
                return True
    return False


def _looks_in_helper(value: nodes.NodeNG, names: set[str]) -> nodes.NodeNG | None:
    """One level into a function of the same file that gets the arguments handed."""
    for call in value.nodes_of_class(nodes.Call):
        given = [index for index, item in enumerate(call.args) if _is_of(_unstarred(item), names)]
        target = call.func
        name = (
            target.attrname if isinstance(target, nodes.Attribute) else getattr(target, "name", "")
        )
        for helper in value.root().nodes_of_class(nodes.FunctionDef) if given else ():
            if helper.name == name and enclosing_function(value) is not helper:
                bound = _parameters_at(helper, given, isinstance(target, nodes.Attribute))
                for node in own_nodes(helper, nodes.Return):
                    for returned in _values(node.value, helper) if node.value else ():
                        found = None if _is_fall_back(node) else _looks_in(returned, bound)
                        if found is not None:
                            return found
    return None


def _unstarred(item: nodes.NodeNG) -> nodes.NodeNG:
    return item.value if isinstance(item, nodes.Starred) else item


def _parameters_at(helper: nodes.FunctionDef, positions: list[int], is_method: bool) -> set[str]:
    named = [*(helper.args.posonlyargs or []), *(helper.args.args or [])]
    skipped = 1 if is_method and helper.is_method() and helper.type != "staticmethod" else 0
    bound = {named[index + skipped].name for index in positions if index + skipped < len(named)}
    return bound | {name for name in (helper.args.vararg, helper.args.kwarg) if name}
