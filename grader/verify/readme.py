"""What learners read names nothing of what is hidden."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.model import Exercise

_SCENARIO = re.compile(r"SCENARIO\(\s*(\w+)\s*\)")


def told_of(exercise: Exercise) -> tuple[str, ...]:
    """Hidden files, tests and scenarios that README.md or the public files name."""
    texts = [exercise.folder / "README.md", *sorted((exercise.folder / "public").glob("*"))]
    shown = "\n".join(path.read_text(encoding="utf-8") for path in texts if path.is_file())
    own = {path.name for path in texts}
    return tuple(
        name
        for name in dict.fromkeys(_names(exercise))
        if name not in own and re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", shown)
    )


def _names(exercise: Exercise) -> Iterator[str]:
    """Names that no text has by chance: files, tests, and scenarios of two words or more."""
    starter = "\n".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(exercise.starter.folder.rglob("*"))
        if path.is_file()
    )
    public = "\n".join(
        path.read_text(encoding="utf-8") for path in (exercise.folder / "public").glob("*.py")
    )
    for path in sorted(exercise.hidden.rglob("*")):
        if path.suffix not in (".py", ".cpp", ".hpp"):
            continue
        yield path.name
        text = path.read_text(encoding="utf-8")
        for name in _defined(text) if path.suffix == ".py" else _SCENARIO.findall(text):
            tells = name.startswith("test_") or "_" in name.strip("_")
            if tells and not re.search(rf"\b{name}\b", starter) and f"def {name}(" not in public:
                yield name


def _defined(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
