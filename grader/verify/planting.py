"""Canaries in what is hidden: a token at the end of every statement, as a comment.

Whatever part of a hidden file is shown by the line (a traceback, a compiler's message, a repr of
source) brings its token with it.
"""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
from pathlib import Path

CANARY = re.compile(r"grader_canary_[0-9a-f]{12}")
_SUFFIXES = {".py": "#", ".cpp": "//", ".hpp": "//", ".h": "//"}
_RAW = 'R"'


def plant(source: Path, target: Path, parts: tuple[str, ...], seed: str) -> None:
    """Copy the folders `parts` of `source` to `target`, with a canary in every file of code.

    The tokens depend on `seed` and the files' paths only, so that a grading can be remembered.
    """
    for part in parts:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
    for path in sorted(target.rglob("*")):
        if path.is_file() and path.suffix in _SUFFIXES:
            name = path.relative_to(target).as_posix()
            digest = hashlib.sha256(f"{seed} {name}".encode()).hexdigest()
            mark = f"  {_SUFFIXES[path.suffix]} grader_canary_{digest[:12]}"
            path.write_text(planted(path.read_text(encoding="utf-8"), path.suffix, mark))


def planted(text: str, suffix: str, mark: str) -> str:
    """`text` with `mark` at the end of each line that ends a statement."""
    lines = text.splitlines()
    ends = _python_ends(text, lines) if suffix == ".py" else _cpp_ends(text, lines)
    return "\n".join(line + mark if at in ends else line for at, line in enumerate(lines)) + "\n"


def _python_ends(text: str, lines: list[str]) -> set[int]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return set()
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    return {
        node.end_lineno - 1
        for node in statements
        if node.end_lineno is not None
        and not lines[node.end_lineno - 1].encode()[node.end_col_offset :].strip()
    }


def _cpp_ends(text: str, lines: list[str]) -> set[int]:
    if _RAW in text:
        return set()
    return {at for at, line in enumerate(lines) if line.endswith((";", "{")) and "//" not in line}
