"""Small exercises that are only names of files, and folders full of hand-ins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from grader.batch.handed import Placement, Student
from grader.batch.layouts import discover
from grader.load import take_in
from grader.model import Exercise, Limits, Variant
from grader.model.exercise import Language

CODE = b"answer = 42\n"
Write = Callable[[Mapping[str, bytes]], Path]
Discover = Callable[..., Placement]


def exercise(name: str, *files: str, language: Language = "python") -> Exercise:
    starter = Variant(
        name="starter", kind="starter", folder=Path("none"), loses=frozenset(), note=""
    )
    return Exercise(
        id=name, title=name, language=language, difficulty=1, minutes=1, summary="", files=files,
        guide_section="", guide_lines=(1, 1), folder=Path("none"), limits=Limits(), programs=(),
        starter=starter, solutions=(), mutants=(), flaws=(), digest="",
    )  # fmt: skip


CACHE = exercise("py-cache", "cache.py")
QUEUE = exercise("py-queue", "queues.py")
TWINS = replace(CACHE, id="py-cache-two")
POOL = exercise("cpp-pool", "pool.hpp", language="cpp")
PAIR = exercise("py-pair", "left.py", "right.py")
EXERCISES = {item.id: item for item in (CACHE, QUEUE, POOL, PAIR)}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files below a folder of hand-ins, and give that folder."""

    def put(files: Mapping[str, bytes]) -> Path:
        root = tmp_path / "in"
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return root

    return put


@pytest.fixture
def found(tmp_path: Path) -> Discover:
    """Discover, with a place to copy to; and what was placed can be taken in, or is refused."""

    def run(
        root: Path,
        exercises: Mapping[str, Exercise] = EXERCISES,
        *,
        roster: tuple[Student, ...] = (),
        exercise: str | None = None,
    ) -> Placement:
        placement = discover(
            root, exercises, roster=roster, exercise=exercise, unpack=tmp_path / "out"
        )
        assert placement.layout.isprintable()
        assert len(placement.layout) < 500
        for item in placement.unplaced:
            assert item.path.isprintable()
            assert item.reason.isprintable()
            assert item.reason
        return placement

    return run


def attempts(placement: Placement) -> list[tuple[str, str, int]]:
    """Who, what, which."""
    return [(item.student.id, item.exercise, item.number) for item in placement.attempts]


def graded(placement: Placement, exercises: Mapping[str, Exercise] = EXERCISES) -> list[list[str]]:
    """The files that intake takes of each attempt."""
    return [
        [file.path for file in take_in(item.path, exercises[item.exercise]).files]
        for item in placement.attempts
    ]


def reasons(placement: Placement) -> dict[str, str]:
    """Why what is not placed is not."""
    return {item.path: item.reason for item in placement.unplaced}
