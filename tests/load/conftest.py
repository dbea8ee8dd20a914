"""A small, right exercise on disk, which tests then break in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.load import load_exercise
from grader.model import Exercise

EXERCISE = """\
title = "A cache that forgets the wrong entry"
language = "python"
difficulty = 3
minutes = 30
summary = "Repair a cache."
files = ["lru_cache.py"]

[guide]
section = "Python: Decorators"
lines = [635, 654]

[starter]
loses = ["evicts-oldest"]
"""
FLAWS = """\
[[flaw]]
id = "first-in-first-out"
file = "lru_cache.py"
lines = [1, 2]
kind = "logic"
summary = "A hit changes nothing."
"""
STARTER = "def lru_cache(size):\n    return None\n"
RUBRIC = """\
[[criterion]]
id = "importable"
title = "Can be imported"
points = 10
kind = "behaviour"
cause = "The file raises when it is imported."
consequence = "Nobody can use it."
next_step = "Import it and read the error."

[[criterion]]
id = "evicts-oldest"
title = "Evicts the oldest entry"
points = "5/2"
kind = "behaviour"
requires = ["importable"]
partial = true
cause = "A hit changes nothing."
consequence = "Hot keys are lost."
next_step = "Record every use."
"""

Write = Callable[[str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An exercise that has nothing wrong with it."""
    root = tmp_path / "exercises" / "py-lru-cache"
    files = {
        "exercise.toml": EXERCISE,
        "flaws.toml": FLAWS,
        "README.md": "# Task\n",
        "hidden/test_lru.py": "def test_it(): ...\n",
        "starter/lru_cache.py": STARTER,
        "mutants/moves-on-set/lru_cache.py": STARTER,
        "mutants/moves-on-set/mutant.toml": 'loses = ["evicts-oldest"]\nwhy = "Moves on set."\n',
    }
    for name in ("ordered-dict", "plain-dict"):
        files[f"solutions/{name}/lru_cache.py"] = STARTER
        files[f"solutions/{name}/solution.toml"] = 'approach = "One sentence."\n'
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


@pytest.fixture
def exercise(folder: Path) -> Exercise:
    """The same, loaded."""
    return load_exercise(folder)


@pytest.fixture
def cpp_folder(folder: Path) -> Path:
    """The same as a C++ exercise with one program."""
    for path in sorted(folder.rglob("lru_cache.py")):
        path.rename(path.with_name("lru_cache.hpp"))
    (folder / "hidden" / "scenarios.cpp").write_text("// empty\n")
    for name in ("exercise.toml", "flaws.toml"):
        text = (folder / name).read_text().replace("lru_cache.py", "lru_cache.hpp")
        (folder / name).write_text(text.replace('"python"', '"cpp"'))
    with (folder / "exercise.toml").open("a") as stream:
        stream.write('[[program]]\nname = "main"\nsources = ["scenarios.cpp"]\n')
        stream.write('profiles = ["address,undefined", "thread"]\n')
    return folder


@pytest.fixture
def rubric_file(tmp_path: Path) -> Path:
    """A rubric that has nothing wrong with it."""
    path = tmp_path / "py-lru-cache.toml"
    path.write_text(RUBRIC)
    return path


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """A submission with the one file that is asked for."""
    path = tmp_path / "alice"
    path.mkdir()
    (path / "lru_cache.py").write_text("answer = 42\n")
    return path
