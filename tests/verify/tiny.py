"""A tiny exercise that holds, to be proven, changed and sabotaged."""

from __future__ import annotations

from pathlib import Path

from grader.load import load_exercise, load_rubric
from grader.model import Exercise, Rubric

FILES = {
    "exercises/tiny/exercise.toml": """
title = "Double it"
language = "python"
difficulty = 1
minutes = 5
summary = "A function that doubles."
files = ["double.py"]
[guide]
section = "none"
lines = [1, 2]
[starter]
loses = ["doubles"]
""",
    "exercises/tiny/README.md": "# Double it\n\n`double(x)` returns twice x, also of text.\n",
    "exercises/tiny/starter/double.py": "def double(x):\n    return x\n",
    "exercises/tiny/public/test_public.py": (
        "from double import double\n\n\ndef test_it():\n    assert double(3) == 6\n"
    ),
    "exercises/tiny/flaws.toml": """
[[flaw]]
id = "returns-its-argument"
file = "double.py"
lines = [2, 2]
kind = "logic"
summary = "It returns its argument."
""",
    "exercises/tiny/solutions/plus/double.py": "def double(x):\n    return x + x\n",
    "exercises/tiny/solutions/plus/solution.toml": 'approach = "Adds."\n',
    "exercises/tiny/solutions/times/double.py": "def double(x):\n    return 2 * x\n",
    "exercises/tiny/solutions/times/solution.toml": 'approach = "Multiplies."\n',
    "exercises/tiny/mutants/numbers-only/double.py": "def double(x):\n    return 2 * int(x)\n",
    "exercises/tiny/mutants/numbers-only/mutant.toml": 'loses = ["text"]\nwhy = "No text."\n',
    "exercises/tiny/hidden/test_double.py": '''
import pytest


@pytest.mark.criterion("doubles")
def test_numbers(solution, rng, reveal):
    """A number is doubled."""
    number = rng.randrange(1, 10**6)
    reveal(f"double({number}) was not {2 * number}.")
    assert solution.double(number) == 2 * number


@pytest.mark.criterion("text")
def test_text(solution, reveal):
    """Text is repeated."""
    assert solution.double("7") == "77"
''',
    "rubrics/tiny.toml": """
exercise = "tiny"

[[criterion]]
id = "doubles"
title = "Doubles numbers"
points = 60
kind = "behaviour"
cause = "The argument is returned as it is."
consequence = "Everything is half as large."
next_step = "Return twice the argument."

[[criterion]]
id = "text"
title = "Doubles text"
points = 40
kind = "behaviour"
requires = ["doubles"]
cause = "The argument is turned into a number."
consequence = "Text is lost."
next_step = "Leave its type alone."
""",
}


def write(top: Path) -> Path:
    """Write all files below `top`; `top` itself."""
    for name, text in FILES.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return top


def read(top: Path) -> tuple[Exercise, Rubric]:
    """The exercise and its rubric as they stand below `top`."""
    return load_exercise(top / "exercises/tiny"), load_rubric(top / "rubrics/tiny.toml", "tiny")


def change(top: Path, name: str, old: str, new: str) -> None:
    """Replace a text that must be there; nothing, in a file that is not there, makes a new one."""
    path = top / name
    text = path.read_text() if old or path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new) if old else new)
