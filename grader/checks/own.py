"""An exercise's own rules: `hidden/checks.py`, an author's file, run inside the box.

from grader.checks.protocol import own_rule

@own_rule("no-globals", summary="…one line…", advice="…the next step…")
def no_globals(module):
for node in module.nodes_of_class(nodes.Global):
yield node, "`global` hides who changes the value"
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from grader.checks.protocol import OWN, Rule
from grader.errors import ExerciseError

FILE = "hidden/checks.py"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRules:
    """Rules by name, or in one line why there are none although there is a file."""

    rules: dict[str, Rule] = field(default_factory=dict)
    broken: str = ""


def load_own(source: str | None) -> OwnRules:
    """Execute an author's file and collect what `own_rule` marked."""
    if source is None:
        return OwnRules()
    namespace: dict[str, object] = {"__name__": "hidden_checks", "__file__": FILE}
    try:
        exec(compile(source, FILE, "exec"), namespace)
    except Exception as error:  # an author's mistake of any kind is told, and ours go on
        return OwnRules(broken=f"{FILE} does not load: {type(error).__name__}: {error}")
    marked = (getattr(value, "own_rule", None) for value in namespace.values())
    return OwnRules(rules={rule.name: rule for rule in marked if isinstance(rule, Rule)})


def own_names(source: str) -> tuple[str, ...]:
    """The names of the rules in an author's file, read without executing it.

    Raises ExerciseError, with the line, when the file is not Python or a name is not a literal.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        raise ExerciseError(f"{FILE}, line {line}: this is not valid Python: {error}") from None
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.extend(_name(item) for item in node.decorator_list if _is_mark(item))
    return tuple(names)


def _is_mark(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "own_rule"


def _name(node: ast.expr) -> str:
    assert isinstance(node, ast.Call)
    first = node.args[0] if node.args else None
    if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
        raise ExerciseError(f"{FILE}, line {node.lineno}: own_rule needs its name as a text")
    return OWN + first.value
