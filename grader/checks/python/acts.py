"""Setting a shared place: which assignments count, and whether they happen safely."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes
from astroid.const import Context

from grader.checks.python.guards import Alias, mentions, refers
from grader.checks.python.locks import called_under_lock, lock_region, runs_after
from grader.checks.python.names import (
    called,
    enclosing_class,
    is_none,
    own_nodes,
    text_of,
)
from grader.checks.python.places import Shared, is_class, shared_place


def acts(function: nodes.FunctionDef) -> Iterator[tuple[nodes.NodeNG, Shared]]:
    """Statements of a function that fill a shared place, and the place.

    Storing None is a reset. An entry of a dictionary, or a variable of an enclosing function,
    counts only when what is stored is a new instance: a memo may well be computed twice.
    """
    for node in own_nodes(function, (nodes.Assign, nodes.AnnAssign, nodes.NamedExpr)):
        if node.value is None or is_none(node.value):
            continue
        for target in node.targets if isinstance(node, nodes.Assign) else [node.target]:
            place = shared_place(target)
            if place and _counts(place, node.value, function):
                yield node, place
    for call in own_nodes(function, nodes.Call):
        if called(call) == "builtins.setattr" and len(call.args) == 3 and is_class(call.args[0]):
            name = text_of(call.args[1])
            if name and not is_none(call.args[2]):
                yield call, Shared(kind="attribute", name=name)


def is_safe(
    act: nodes.NodeNG,
    place: Shared,
    checks: tuple[nodes.NodeNG, ...],
    function: nodes.FunctionDef,
    held: Alias,
) -> bool:
    """Whether the act and one check of its place happen under one lock."""
    if called_under_lock(function) or _filled_on_import(function, place):
        return True
    region = lock_region(act)
    if region is None:
        return False
    if any(check is act or runs_after(check, region) for check in checks):
        return True
    return _read_again(act, place, function, region, held) or _helper_checks(act, place, function)


def _counts(place: Shared, value: nodes.NodeNG, function: nodes.FunctionDef) -> bool:
    if place.kind in ("attribute", "global"):
        return True
    return _creates(value, function) and (place.kind == "item" or _is_returned(function))


def _creates(value: nodes.NodeNG, function: nodes.FunctionDef) -> bool:
    """Whether an expression makes an instance: `cls(…)`, `super().__call__(…)`, `Config()`."""
    if isinstance(value, nodes.Name):
        _, statements = value.lookup(value.name)
        stored = [getattr(item.parent, "value", None) for item in statements]
        return any(isinstance(item, nodes.Call) and _creates(item, function) for item in stored)
    if not isinstance(value, nodes.Call):
        return False
    if isinstance(value.func, nodes.Attribute):
        return value.func.attrname in {"__call__", "__new__"}
    if isinstance(value.func, nodes.Name) and is_class(value.func):
        _, statements = value.func.lookup(value.func.name)
        return not any(isinstance(item, nodes.FunctionDef) for item in statements)
    return False


def _is_returned(function: nodes.FunctionDef) -> bool:
    """Whether the enclosing function hands this one out, as a decorator does."""
    outer = function.parent
    return isinstance(outer, nodes.FunctionDef) and any(
        isinstance(node.value, nodes.Name) and node.value.name == function.name
        for node in own_nodes(outer, nodes.Return)
    )


def _read_again(
    act: nodes.NodeNG, place: Shared, function: nodes.FunctionDef, region: nodes.NodeNG, held: Alias
) -> bool:
    reads = own_nodes(function, (nodes.Attribute, nodes.Name, nodes.Subscript, nodes.Call))
    return any(
        refers(node, place, held) and runs_after(node, region) and node.lineno <= act.lineno
        for node in reads
        if getattr(node, "ctx", None) is not Context.Store
    )


def _helper_checks(act: nodes.NodeNG, place: Shared, function: nodes.FunctionDef) -> bool:
    """Whether the value comes from a function of this file that looks at the place itself."""
    value = getattr(act, "value", None)
    if not isinstance(value, nodes.Call):
        return False
    name = getattr(value.func, "attrname", getattr(value.func, "name", ""))
    return any(
        helper.name == name and mentions(helper.body, place, {})
        for helper in function.root().nodes_of_class(nodes.FunctionDef)
        if helper is not function
    )


def _filled_on_import(function: nodes.FunctionDef, place: Shared) -> bool:
    """Whether importing the file fills the place, before a second thread can exist."""
    owners = _owners(function)
    for statement in _import_time(function.root().body):
        for call in statement.nodes_of_class(
            nodes.Call, skip_klass=(nodes.FunctionDef, nodes.Lambda)
        ):
            target = call.func
            if isinstance(target, nodes.Attribute):
                on_owner = getattr(target.expr, "name", None) in owners
                if on_owner and target.attrname == function.name:
                    return True
            elif getattr(target, "name", None) in owners | _own_name(function):
                return True
        targets = statement.targets if isinstance(statement, nodes.Assign) else ()
        filled = any(_is_place(target, owners, place) for target in targets)
        if filled and not is_none(statement.value):
            return True
    return False


def _own_name(function: nodes.FunctionDef) -> set[str]:
    return {function.name} if isinstance(function.parent, nodes.Module) else set()


def _is_place(target: nodes.NodeNG, owners: set[str], place: Shared) -> bool:
    if isinstance(target, nodes.AssignAttr):
        return place.kind == "attribute" and (
            target.attrname == place.name and getattr(target.expr, "name", None) in owners
        )
    return place.kind == "global" and getattr(target, "name", None) == place.name


def _owners(function: nodes.FunctionDef) -> set[str]:
    """The class of a method; for a metaclass also the classes that it makes."""
    owner = enclosing_class(function)
    if owner is None:
        return set()
    made = {
        item.name
        for item in owner.root().nodes_of_class(nodes.ClassDef)
        if any(getattr(keyword.value, "name", None) == owner.name for keyword in item.keywords)
    }
    return made or {owner.name}


def _import_time(body: list[nodes.NodeNG]) -> Iterator[nodes.NodeNG]:
    """Statements that run on import; `if __name__ == "__main__":` does not."""
    for statement in body:
        if isinstance(statement, nodes.If):
            if not any(
                name.name == "__name__" for name in statement.test.nodes_of_class(nodes.Name)
            ):
                yield from _import_time(statement.body + statement.orelse)
        elif isinstance(statement, (nodes.Try, nodes.With)):
            yield from _import_time(statement.body)
        elif not isinstance(statement, (nodes.FunctionDef, nodes.ClassDef)):
            yield statement
