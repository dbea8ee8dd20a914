"""Checks that decide whether a shared place gets set: `if X is None`, early returns, `X or …`."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from grader.checks.python.names import called, own_nodes, qualified, text_of
from grader.checks.python.places import Shared, is_class, is_namespace, shared_place

_MISSING = {
    "AttributeError",
    "KeyError",
    "NameError",
    "LookupError",
    "Exception",
    "UnboundLocalError",
}
Alias = dict[str, set[Shared]]


def aliases(function: nodes.FunctionDef) -> Alias:
    """Local names that hold what was read from a shared place: `found = cls._instance`."""
    held: Alias = {}
    for node in own_nodes(function, (nodes.Assign, nodes.AnnAssign, nodes.NamedExpr)):
        place = shared_place(node.value)
        targets = node.targets if isinstance(node, nodes.Assign) else [node.target]
        for target in targets:
            if place is not None and isinstance(target, nodes.AssignName):
                held.setdefault(target.name, set()).add(place)
    return held


def guards(act: nodes.NodeNG, place: Shared, held: Alias) -> Iterator[nodes.NodeNG]:
    """Every check of `place`, innermost first, on whose negative answer `act` runs."""
    if _decides_itself(act, place, held):
        yield act
    child, parent = act, act.parent
    while parent is not None and not isinstance(child, (nodes.FunctionDef, nodes.ClassDef)):
        yield from _earlier_exits(child, parent, place, held)
        if isinstance(parent, (nodes.If, nodes.While)):
            reached_if_true = child in parent.body
            if child is not parent.test and says(parent.test, place, held, not reached_if_true):
                yield parent
        elif _is_reached_without(parent, place, held):
            yield parent.parent
        child, parent = parent, parent.parent


def says(test: nodes.NodeNG, place: Shared, held: Alias, present: bool) -> bool:
    """Whether a true `test` can mean that the place is set (`present`) or unset (not)."""
    if isinstance(test, nodes.UnaryOp) and test.op == "not":
        return says(test.operand, place, held, not present)
    if isinstance(test, nodes.BoolOp):
        return any(says(value, place, held, present) for value in test.values)
    if isinstance(test, nodes.Compare) and len(test.ops) == 1:
        return _comparison_says(test, place, held, present)
    if isinstance(test, nodes.Call) and called(test) == "builtins.hasattr" and len(test.args) == 2:
        return present and _names(test.args[1], place) and is_class(test.args[0])
    return present and refers(test, place, held)


def refers(node: nodes.NodeNG, place: Shared, held: Alias) -> bool:
    """Whether an expression reads the place, itself or through a local alias."""
    if isinstance(node, nodes.NamedExpr):
        node = node.value
    if isinstance(node, nodes.Name) and place in held.get(node.name, ()):
        return True
    if isinstance(node, nodes.Name) and place.kind == "global" and node.name == place.name:
        return True
    return shared_place(node) == place


def mentions(statements: list[nodes.NodeNG], place: Shared, held: Alias) -> bool:
    """Whether the place is read somewhere in these statements."""
    expressions = (nodes.Attribute, nodes.Name, nodes.Subscript, nodes.Call)
    return any(
        refers(node, place, held)
        or (isinstance(node, nodes.Call) and says(node, place, held, True))
        for statement in statements
        for node in statement.nodes_of_class(expressions)
    )


def _comparison_says(test: nodes.Compare, place: Shared, held: Alias, present: bool) -> bool:
    operator, other = test.ops[0]
    if operator in ("is", "==", "is not", "!="):
        sides = (test.left, other)
        return present == (operator in ("is not", "!=")) and any(
            refers(side, place, held) for side in sides
        )
    if operator in ("in", "not in"):
        return present == (operator == "in") and (
            (_names(test.left, place) and is_namespace(other)) or _is_container(other, place)
        )
    return False


def _is_container(node: nodes.NodeNG, place: Shared) -> bool:
    if isinstance(node, nodes.Call) and isinstance(node.func, nodes.Attribute):
        node = node.func.expr  # shared.keys()
    name = node.name if isinstance(node, nodes.Name) else getattr(node, "attrname", None)
    return place.kind == "item" and name == place.name


def _names(node: nodes.NodeNG, place: Shared) -> bool:
    return place.kind == "attribute" and text_of(node) == place.name


def _decides_itself(act: nodes.NodeNG, place: Shared, held: Alias) -> bool:
    """`X = X or make()` and `X = X if X is not None else make()`."""
    value = getattr(act, "value", None)
    if isinstance(value, nodes.BoolOp) and value.op == "or":
        return refers(value.values[0], place, held)
    if isinstance(value, nodes.IfExp):
        return any(says(value.test, place, held, present) for present in (True, False))
    return False


def _earlier_exits(
    child: nodes.NodeNG, parent: nodes.NodeNG, place: Shared, held: Alias
) -> Iterator[nodes.NodeNG]:
    """Statements before `child` in its block that return when the place is set."""
    for block in ("body", "orelse", "handlers", "finalbody"):
        statements = getattr(parent, block, None)
        if not isinstance(statements, list) or child not in statements:
            continue
        for earlier in reversed(statements[: statements.index(child)]):
            if _exits_when_set(earlier, place, held):
                yield earlier


def _exits_when_set(statement: nodes.NodeNG, place: Shared, held: Alias) -> bool:
    """`if X is not None: return …` and `try: return X except AttributeError: pass`."""
    if isinstance(statement, nodes.If):
        return _returns(statement.body) and says(statement.test, place, held, True)
    if isinstance(statement, nodes.Try):
        catches = any(map(_catches_missing, statement.handlers))
        return catches and _returns(statement.body) and mentions(statement.body, place, held)
    return False


def _is_reached_without(handler: nodes.NodeNG, place: Shared, held: Alias) -> bool:
    """`try: … X … except AttributeError:` runs its handler when the place is not set."""
    if not isinstance(handler, nodes.ExceptHandler) or not _catches_missing(handler):
        return False
    return mentions(handler.parent.body, place, held)


def _returns(body: list[nodes.NodeNG]) -> bool:
    return any(isinstance(item, nodes.Return) for item in body)


def _catches_missing(handler: nodes.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, nodes.Tuple) else [handler.type]
    return any(kind is None or qualified(kind).rpartition(".")[2] in _MISSING for kind in kinds)
