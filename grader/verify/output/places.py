"""Where an author mends a broken point: the file, and the line in it."""

from __future__ import annotations

import re
from pathlib import Path

from grader.model import Exercise
from grader.verify.points import Point


def place_of(point: Point, exercise: Exercise, rubric: Path) -> tuple[Path, int]:
    """The file to open for `point`, and a line from 1; 0 where no line is better than another.

    The subject says where: a variant's own declaration, or the line of the rubric that names it.
    """
    variants = (*exercise.solutions, exercise.starter, *exercise.mutants)
    for variant in variants:
        if variant.name == point.subject:
            if variant.kind == "starter":
                return _found(exercise.folder / "exercise.toml", r"loses\s*=")
            if variant.kind == "mutant":
                return _found(variant.folder / "mutant.toml", r"loses\s*=")
            return _found(variant.folder / exercise.files[0], "")
    if point.claim.startswith("declared equivalent"):
        return _found(exercise.folder / "equivalents.toml", r"\[\[equivalent\]\]")
    name = re.escape(point.subject)
    path, line = _found(rubric, rf"""[^#\n]*["']{name}["']""")
    return (path, line) if line else (exercise.folder / "exercise.toml", 0)


def _found(path: Path, pattern: str) -> tuple[Path, int]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return path, 0
    found = re.search(rf"^[ \t]*{pattern}", text, re.MULTILINE)
    return path, text.count("\n", 0, found.start()) + 1 if found else 0


def relative(path: Path, base: Path) -> str:
    """`path` as seen from `base` when it lies below, else whole."""
    resolved = path.resolve()
    return str(resolved.relative_to(base)) if resolved.is_relative_to(base) else str(resolved)
