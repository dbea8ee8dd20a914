"""The layers of docs/architecture.md, read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GRADER = ROOT / "grader"
MAX_LINES = 350

# What each part of the program may import of the others. Data goes one way, so do imports.
GROUND = {"errors", "model"}
PARTS = GROUND | {"load", "sandbox", "scoring", "report"}
MACHINES = PARTS | {"languages", "oracle", "checks"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": set(),
    "files": set(),
    "load": GROUND,
    "scaffold": GROUND | {"load"},
    "sandbox": GROUND,
    "scoring": GROUND,
    "report": GROUND,
    "languages": PARTS,
    "oracle": PARTS | {"languages"},
    "checks": PARTS | {"languages"},
    "pipeline": MACHINES,
    "verify": MACHINES | {"pipeline"},
    "batch": MACHINES | {"files", "pipeline"},
    "cli": MACHINES | {"files", "pipeline", "verify", "batch", "scaffold"},
    "__main__": {"cli"},
}

# Imports inside functions: what is slow to import and seldom needed, never a dodged cycle.
LATE_IMPORTS: dict[tuple[str, str], str] = {
    ("grader/cli/root.py", "difflib"): "needed after a mistyped command only",
    ("grader/batch/classrun.py", "grader.batch.cluster"): "Dask is an extra, and slow to import",
    ("grader/cli/grade.py", "grader.cli.grading"): "pytest and reports load while boxes start",
}


@dataclass(frozen=True, kw_only=True)
class Import:
    """One imported module. `late` means inside a function."""

    file: str
    line: int
    module: str
    late: bool


def sources() -> list[Path]:
    return sorted(
        path
        for path in GRADER.rglob("*.py")
        # The code in templates is an author's and a learner's, not the program's.
        if not {"__pycache__", "templates"} & set(path.relative_to(GRADER).parts)
    )


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path) for path in sources()}


def imports_in(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    yield from imports_below(tree, path, late=False)


def imports_below(node: ast.AST, path: Path, *, late: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            for module in named(child, path):
                file = str(path.relative_to(ROOT))
                yield Import(file=file, line=child.lineno, module=module, late=late)
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from imports_below(child, path, late=late or is_function)


def named(node: ast.Import | ast.ImportFrom, path: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        package = module_of(path).split(".")
        is_package = path.name == "__init__.py"
        kept = package[: len(package) - node.level + is_package]
        base = ".".join([*kept, *([node.module] if node.module else [])])
    # `from package import module` imports the module; `from module import name` does not.
    return [
        f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base
        for alias in node.names
    ]


def all_imports() -> list[Import]:
    return [found for path in sources() for found in imports_in(path)]


def part_of(module: str) -> str | None:
    """The part of grader that a module belongs to; None for the rest of the world."""
    head, _, rest = module.partition(".")
    return rest.split(".")[0] if head == "grader" and rest else None


def test_every_part_has_its_place() -> None:
    parts = {part_of(module) for module in MODULES} - {None}
    assert parts == set(MAY_IMPORT), "name a new part here and in docs/architecture.md"


def test_imports_go_one_way() -> None:
    wrong = []
    for found in all_imports():
        source = part_of(module_of(ROOT / found.file))
        target = part_of(found.module)
        if source in MAY_IMPORT and target not in (None, source, *MAY_IMPORT[source]):
            wrong.append(f"{found.file}:{found.line} imports {found.module}")
    assert not wrong


def test_modules_import_in_no_circle() -> None:
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for found in all_imports():
        source = module_of(ROOT / found.file)
        if found.module in MODULES and found.module != source and not found.late:
            graph[source].add(found.module)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_late_imports_are_listed_with_a_reason() -> None:
    late = {(found.file, found.module): found.line for found in all_imports() if found.late}
    unlisted = [
        f"{file}:{line} imports {module} inside a function"
        for (file, module), line in late.items()
        if (file, module) not in LATE_IMPORTS
    ]
    assert not unlisted
    assert set(LATE_IMPORTS) <= set(late), "an entry of LATE_IMPORTS is not needed any more"


def test_files_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for pattern in ("*.py", "*.hpp", "*.cpp")
        for path in GRADER.rglob(pattern)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert not long


def test_only_the_command_line_prints() -> None:
    printing = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources()
        if part_of(module_of(path)) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not printing


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import grader.model", [("grader.model", False)]),
        ("from grader import model", [("grader.model", False)]),
        ("from grader.model import Exercise", [("grader.model", False)]),
        ("from ..model import rubric", [("grader.model.rubric", False)]),
        ("from . import tables", [("grader.load.tables", False)]),
        ("def f():\n    import json", [("json", True)]),
        ("class A:\n    import json", [("json", False)]),
        ("if TYPE_CHECKING:\n    import json", [("json", False)]),
        ("async def f():\n    if x:\n        import json, re", [("json", True), ("re", True)]),
    ],
)
def test_this_reader_of_imports(source: str, expected: list[tuple[str, bool]]) -> None:
    tree = ast.parse(source)
    found = imports_below(tree, GRADER / "load" / "sample.py", late=False)
    assert [(item.module, item.late) for item in found] == expected
