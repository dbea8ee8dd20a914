"""A tiny exercise on disk, and graders that only pretend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from grader.load import load_exercise, load_rubric
from grader.model import Exercise, Rubric, Status, Variant
from grader.verify.runs import VariantRun

# The second argument of one solution is never used: whatever becomes of it, nobody notices.
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
    "exercises/tiny/flaws.toml": """
[[flaw]]
id = "returns-its-argument"
file = "double.py"
lines = [2, 2]
kind = "logic"
summary = "It returns its argument."
""",
    "exercises/tiny/solutions/plus/double.py":
        "def double(x, times=2):\n    return x + x  # twice\n",
    "exercises/tiny/solutions/plus/solution.toml": 'approach = "Adds."\n',
    "exercises/tiny/solutions/times/double.py": "def double(x):\n    return 2 * x\n",
    "exercises/tiny/solutions/times/solution.toml": 'approach = "Multiplies."\n',
    "exercises/tiny/mutants/numbers-only/double.py": "def double(x):\n    return 2 * int(x)\n",
    "exercises/tiny/mutants/numbers-only/mutant.toml": 'loses = ["text"]\nwhy = "No text."\n',
    "exercises/tiny/hidden/test_double.py": '''
import pytest


@pytest.mark.criterion("text")
def test_text(solution, reveal):
    """Text is repeated."""
    assert solution.double("7") == "77"


@pytest.mark.criterion("doubles")
def test_numbers(solution, rng, reveal):
    """A number is doubled."""
    number = rng.randrange(2, 10**6)
    reveal(f"double({number}) was not {2 * number}.")
    assert solution.double(number) == 2 * number
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
}  # fmt: skip


def write(folder: Path, files: dict[str, str] | None = None) -> tuple[Exercise, Rubric]:
    """The exercise below `folder`; `files` of the exercise replace or join the usual ones."""
    added = {f"exercises/tiny/{name}": text for name, text in (files or {}).items()}
    for name, text in {**FILES, **added}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load_exercise(folder / "exercises/tiny"), load_rubric(
        folder / "rubrics/tiny.toml", "tiny"
    )


class Pretending:
    """Gives every criterion the status that `judge` says for a variant."""

    def __init__(self, judge: Callable[[Variant], Status]) -> None:
        self._judge = judge

    def run(
        self, work: Iterable[tuple[Exercise, Rubric, Variant, int]]
    ) -> Iterator[VariantRun]:
        """The runs, in order; the folders must be there."""
        for exercise, _, variant, seed in work:
            assert (variant.folder / exercise.files[0]).is_file()
            yield VariantRun(
                variant=variant, seed=seed, statuses=(("doubles", self._judge(variant)),)
            )
