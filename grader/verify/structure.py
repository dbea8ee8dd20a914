"""Whether two solutions differ in more than names, comments and layout."""

from __future__ import annotations

import ast
import hashlib
import re
from pathlib import Path

from grader.model import Exercise

_CPP_TOKEN = re.compile(
    r"""
    //[^\n]*|/\*.*?\*/                      # a comment
    |"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'    # a literal
    |\#[^\n]*                               # a directive
    |[A-Za-z_]\w*|\d[\w.]*|\S
    """,
    re.VERBOSE | re.DOTALL,
)
_CPP_WORDS = frozenset(
    """auto bool break case catch char class const constexpr continue default delete do double else
    enum explicit extern false final float for friend if inline int long mutable namespace new
    noexcept nullptr operator override private protected public return short signed sizeof static
    struct switch template this throw true try typename union unsigned using virtual void volatile
    while std vector unique_ptr shared_ptr weak_ptr mutex atomic thread jthread array deque list map
    optional function span move swap swap_ranges copy call_once once_flag""".split()
)
"""Keywords, and names of the standard library that make an approach; all other names are one."""


def shape(exercise: Exercise, folder: Path) -> str:
    """A digest of the code below `folder` with its own names made equal, in hex."""
    text = "\n".join(
        (folder / name).read_text(encoding="utf-8", errors="replace") for name in exercise.files
    )
    told = _python(text) if exercise.language == "python" else _cpp(text)
    return hashlib.sha256(told.encode()).hexdigest()


def _python(text: str) -> str:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    numbers: dict[str, str] = {}
    own = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in own:
            node.id = numbers.setdefault(node.id, f"n{len(numbers)}")
        elif isinstance(node, ast.arg):
            node.arg = numbers.setdefault(node.arg, f"n{len(numbers)}")
            node.annotation = None
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
            _without_docstring(node)
    return ast.dump(tree)


def _without_docstring(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module,
) -> None:
    if ast.get_docstring(node, clean=False) is not None:
        node.body = node.body[1:] or [ast.Pass()]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        node.returns = None


def _cpp(text: str) -> str:
    tokens = (match.group() for match in _CPP_TOKEN.finditer(text))
    return " ".join(
        "n" if token[0].isidentifier() and token not in _CPP_WORDS else token
        for token in tokens
        if not token.startswith(("//", "/*", "#"))
    )
