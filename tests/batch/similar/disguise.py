"""Copies made to look different: other names, other layout, other comments. They need not run."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from grader.model import SourceFile

EXERCISES = Path(__file__).resolve().parents[3] / "exercises"
_KEPT = set(
    "if else for while return class struct const int void bool auto public private template "
    "typename using namespace static new delete throw true false nullptr noexcept operator this "
    "include pragma once std explicit default inline constexpr mutable sizeof friend enum char "
    "long short unsigned signed double float do break continue switch case try catch final "
    "and or not override requires concept thread_local static_cast reinterpret_cast const_cast "
    "typedef decltype alignas alignof static_assert protected virtual nullptr "
    "volatile union goto".split()
)


def files_of(folder: Path) -> tuple[SourceFile, ...]:
    """The files of a solution or a starter."""
    return tuple(
        SourceFile(path=path.name, content=path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in (".py", ".cpp", ".hpp")
    )


def disguised(files: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
    """`files` as somebody hands them in who does not want to be found out."""
    return tuple(
        SourceFile(
            path=file.path,
            content=(_python if file.path.endswith(".py") else _cpp)(file.text).encode(),
        )
        for file in files
    )


class _Renamer(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = f"my_{node.id[::-1]}"
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = f"my_{node.arg[::-1]}"
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if node.attr.startswith("_"):
            node.attr = f"{node.attr}_of_mine"
        return self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body.insert(0, ast.Expr(ast.Constant("My own words.")))
        return self.generic_visit(node)


def _python(text: str) -> str:
    lines = ast.unparse(_Renamer().visit(ast.parse(text))).split("\n")
    return "# All mine.\n\n" + "".join(
        f"{line}  # number {at}\n\n" for at, line in enumerate(lines)
    )


def _cpp(text: str) -> str:
    text = re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(
        r"(?m)^\s*#.*$|\b[a-z_]\w*\b",
        lambda found: found[0] if found[0] in _KEPT or "#" in found[0] else f"my_{found[0][::-1]}",
        text,
    )
    return text.replace(";", " ;  // mine\n\n").replace("{", "\n{\n/* here\n it begins */")
