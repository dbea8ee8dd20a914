"""The exercise's own check: no text from the web becomes part of a statement."""

import re

from astroid import nodes

from grader.checks.protocol import own_rule

SQL = re.compile(r"\b(select\b.*\bfrom|insert\s+into|delete\s+from)\b|(=|\blike|\bglob)\s*['\"(]",
                 re.IGNORECASE | re.DOTALL)
CHANGES = re.compile(r"^(str|repr|format)$|esc|quot|clean|sanit", re.IGNORECASE)
"""Functions whose result still has the text in it. Of others nothing is known."""


def handed(expression, texts):
    """Whether the text of one of `texts` is in the value: itself, or changed by calls."""
    if isinstance(expression, nodes.Name):
        return expression.name in texts
    if isinstance(expression, nodes.Call):
        inner = [*expression.args, *(word.value for word in expression.keywords)]
        function = expression.func
        if isinstance(function, nodes.Attribute):
            known = function.attrname == "format" or CHANGES.search(function.attrname)
            return handed(function.expr, texts) or bool(
                known and any(handed(item, texts) for item in inner))
        return (isinstance(function, nodes.Name) and bool(CHANGES.search(function.name))
                and any(handed(item, texts) for item in inner))
    if isinstance(expression, nodes.JoinedStr | nodes.FormattedValue | nodes.BinOp | nodes.Tuple):
        return any(handed(item, texts) for item in expression.get_children())
    return False


def worded(expression):
    """The constant text in an expression."""
    return " ".join(item.value for item in expression.nodes_of_class(nodes.Const)
                    if isinstance(item.value, str))


def composed(node):
    """Whether the expression makes a text out of several."""
    if isinstance(node, nodes.JoinedStr):
        return True
    if isinstance(node, nodes.BinOp):
        return node.op in ("+", "%")
    return (isinstance(node, nodes.Call) and isinstance(node.func, nodes.Attribute)
            and node.func.attrname == "format")


def texts_of(function):
    """Its second parameter, which is text from the web, and names made of it."""
    names = [argument.name for argument in function.args.args]
    texts = set(names[1:2])
    for _ in range(2):
        for assign in function.nodes_of_class(nodes.Assign):
            if handed(assign.value, texts):
                texts.update(target.name for target in assign.targets
                             if isinstance(target, nodes.AssignName))
    return texts


@own_rule("values-beside", summary="Text that was passed in is pasted into a statement.",
          advice="Put a placeholder there, and pass the text as a parameter of execute.")
def values_beside(module):
    """What is pasted into a statement is read as SQL. Escaping by hand is right until it is not."""
    for function in module.body:
        if not isinstance(function, nodes.FunctionDef) or function.name not in (
                "find_users", "search"):
            continue
        texts = texts_of(function)
        for node in function.nodes_of_class((nodes.JoinedStr, nodes.BinOp, nodes.Call)):
            if isinstance(node.statement(), nodes.Raise):
                continue  # a message, no statement
            if composed(node) and SQL.search(worded(node)) and handed(node, texts):
                yield node, "a text that was passed in becomes part of this statement"
                break
