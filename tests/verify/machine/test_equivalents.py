"""What an author declares to be equivalent, and every mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.verify.machine.equivalents import read_equivalents
from grader.verify.machine.result import Equivalent, MachineMutant

from .tiny import write

GOOD = """[[equivalent]]
solution = "plus"
line = "def double(x, times=2)"
operator = "constant"
because = "It is never read."
"""


def test_what_is_declared(tmp_path: Path) -> None:
    exercise, _ = write(tmp_path, {"equivalents.toml": GOOD})
    assert read_equivalents(exercise) == (
        Equivalent(
            solution="plus", file="double.py", line="def double(x, times=2)", operator="constant",
            before="", after="", occurrence=0, because="It is never read.",
        ),
    )  # fmt: skip


def test_nothing_is_declared(tmp_path: Path) -> None:
    exercise, _ = write(tmp_path)
    assert read_equivalents(exercise) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"plus"', '"pluss"', "[equivalent 1] solution: there is no solution pluss; did you mean"),
        ('solution = "plus"', "", "[equivalent 1] solution: is missing"),
        ("line =", "lines =", "[equivalent 1] line: is missing"),
        ("line =", "lines =", "[equivalent 1] lines: is not a known key"),
        ('because = "It is never read."', "", "[equivalent 1] because: is missing"),
        ("It is never read.", " ", "[equivalent 1] because: must not be blank"),
        ('operator = "constant"', "", "[equivalent 1] after: is missing: say what it becomes"),
        ('operator = "constant"', 'operator = "x"\nfile = "a.py"',
         "[equivalent 1] file: a.py is not among"),
        ('operator = "constant"', 'operator = "x"\noccurrence = 0',
         "[equivalent 1] occurrence: must be from 1"),
        ("[[equivalent]]", "[equivalent]", "equivalent: must be tables"),
        ("[[equivalent]]", f"{GOOD}[[equivalent]]", "[equivalent 2] says the same as one before"),
        ("[[equivalent]]", "[[", "is not valid TOML"),
    ],
)  # fmt: skip
def test_each_mistake_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    exercise, _ = write(tmp_path, {"equivalents.toml": GOOD.replace(old, new, 1)})
    with pytest.raises(ExerciseError) as caught:
        read_equivalents(exercise)
    assert "equivalents.toml: " in str(caught.value)
    assert told in str(caught.value)


def mutant(line: int, operator: str = "condition", after: str = "True") -> MachineMutant:
    return MachineMutant(
        solution="plus", file="double.py", line=line, column=4, operator=operator, before="a",
        after=after, text="if a: # look", files=(),
    )  # fmt: skip


def declared(**changes: str | int) -> Equivalent:
    usual = {"solution": "plus", "file": "double.py", "line": "if a:", "operator": "condition",
             "before": "", "after": "", "occurrence": 0, "because": "Reasons."}  # fmt: skip
    return Equivalent(**{**usual, **changes})  # type: ignore[arg-type]


def test_which_mutants_are_meant() -> None:
    first, again = mutant(3), mutant(3, after="False")
    second, other = mutant(7), mutant(7, operator="logic")
    everything = [first, again, second, other]
    assert declared().among(everything) == (first, again, second)
    assert declared(operator="", after="True").among(everything) == (first, second, other)
    assert declared(occurrence=1).among(everything) == (first, again)
    assert declared(occurrence=2).among(everything) == (second,)
    assert declared(occurrence=3).among(everything) == ()
    assert declared(before="b").among(everything) == ()
    assert declared(line="if b:").among(everything) == ()
    assert declared(solution="times").among(everything) == ()
