"""The leak audit: no line of the oracle, the scenarios or the solutions in what a learner sees."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path

from grader.model import Exercise, Grade
from grader.report import render
from grader.verify.planting import CANARY

MIN_LENGTH = 20
_FORMATS = ("html", "json", "text")
_SUFFIXES = {".py", ".cpp", ".hpp", ".h", ".toml"}


def hidden_lines(exercise: Exercise) -> frozenset[str]:
    """Lines that tell something: of hidden files and solutions, and part of no public line."""
    secret = _lines([*_sources(exercise.hidden), *_sources(exercise.folder / "solutions")])
    public = "\n".join(
        _flat(path.read_text(encoding="utf-8"))
        for path in (
            *_sources(exercise.starter.folder),
            *_sources(exercise.folder / "public"),
            *(exercise.folder.glob("README.md")),
        )
    )
    return frozenset(line for line in secret if line not in public)


def leaks(grade: Grade, secrets: frozenset[str], titles: Iterable[str]) -> tuple[str, ...]:
    """Secret lines that stand in some report of `grade` and not in the submission itself.

    `titles` are the first lines of the tests' docstrings, which are meant to be seen.
    """
    own = (_flat(file.text) for file in grade.submission.files)
    known = "\n".join((*own, *titles, *_rubric_text(grade)))
    wanted = [line for line in secrets if line not in known]
    found: list[str] = []
    paths = [str(grade.exercise.folder), *_names(grade.exercise.hidden)]
    for name in _FORMATS:
        shown = _flat(html.unescape(render(grade, name).decode("utf-8")))
        found += [f"{name}: {line}" for line in wanted if line in shown]
        found += [f"{name}: {token}" for token in sorted(set(CANARY.findall(shown)))]
        found += [f"{name}: {path}" for path in paths if path in shown and path not in known]
    return tuple(found)


def _names(hidden: Path) -> list[str]:
    """Names of hidden files that a learner's own could not have by chance."""
    return [path.name for path in _sources(hidden) if path.name.startswith(("test_", "scenarios"))]


def _sources(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES]


def _lines(paths: Iterable[Path]) -> frozenset[str]:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return frozenset(line for text in texts for line in _telling(text))


def _telling(text: str) -> Iterable[str]:
    for line in text.splitlines():
        flat = _flat(line)
        if len(flat) >= MIN_LENGTH and re.search(r"[A-Za-z]{3}", flat):
            yield flat


def _flat(text: str) -> str:
    """Markup and runs of white space do not hide a line."""
    return re.sub(r"\s+", " ", re.sub(r"</?[a-zA-Z][^<>]*>", "", text)).strip()


def _rubric_text(grade: Grade) -> Iterable[str]:
    for criterion in grade.rubric.criteria:
        yield from (criterion.title, criterion.cause, criterion.consequence, criterion.next_step)
