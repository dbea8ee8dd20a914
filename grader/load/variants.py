"""The complete submissions that ship with an exercise: starter, solutions and mutants."""

from __future__ import annotations

from pathlib import Path

from grader.load.mistakes import Mistakes
from grader.load.names import ID_FORM, is_id
from grader.load.tables import Table, read_toml
from grader.model import Variant
from grader.model.exercise import VariantKind

MIN_SOLUTIONS = 2
_FOLDERS: dict[VariantKind, str] = {
    "starter": "starter",
    "solution": "solutions",
    "mutant": "mutants",
}


def read_starter(folder: Path, files: tuple[str, ...], table: Table, mistakes: Mistakes) -> Variant:
    """The starter of the exercise in `folder`; `table` is [starter] of its exercise.toml."""
    _check_files(folder / "starter", files, mistakes)
    return Variant(
        name="starter",
        kind="starter",
        folder=(folder / "starter").resolve(),
        loses=_loses(table),
        note="the code as learners receive it",
    )


def read_variants(
    folder: Path, kind: VariantKind, files: tuple[str, ...], mistakes: Mistakes
) -> tuple[Variant, ...]:
    """All solutions or all mutants of the exercise in `folder`, by name."""
    home = folder / _FOLDERS[kind]
    homes = sorted(path for path in home.glob("*/") if not path.name.startswith((".", "__")))
    if kind == "solution" and len(homes) < MIN_SOLUTIONS:
        mistakes.add(home, f"must hold at least {MIN_SOLUTIONS} solutions, a folder each")
    if kind == "mutant" and not homes:
        mistakes.add(home, "must hold at least one mutant, a folder each")
    return tuple(_read(path, kind, files, mistakes) for path in homes)


def _read(folder: Path, kind: VariantKind, files: tuple[str, ...], mistakes: Mistakes) -> Variant:
    if not is_id(folder.name):
        mistakes.add(folder, f"must be named with {ID_FORM}")
    _check_files(folder, files, mistakes)
    document = read_toml(folder / f"{kind}.toml", mistakes)
    variant = Variant(
        name=folder.name,
        kind=kind,
        folder=folder.resolve(),
        loses=_loses(document) if kind == "mutant" else frozenset(),
        note=document.text("why" if kind == "mutant" else "approach"),
    )
    document.close()
    return variant


def _loses(table: Table) -> frozenset[str]:
    names = table.texts("loses")
    for name in names:
        if not is_id(name):
            table.wrong("loses", f"{name} is not the id of a criterion: {ID_FORM}")
    return frozenset(names)


def _check_files(folder: Path, files: tuple[str, ...], mistakes: Mistakes) -> None:
    for name in files:
        if not (folder / name).is_file():
            mistakes.add(folder / name, "is missing: the exercise names it in `files`")
