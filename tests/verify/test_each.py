"""Several exercises in one call: one that is broken keeps no other from being proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import RubricError, UsageError
from grader.model import Exercise, Rubric, Status
from grader.verify import Proof, VariantRun
from grader.verify.each import Unreadable, prove_each
from grader.verify.remembered import Unit
from tests.verify import tiny
from tests.verify.output.made import run_of


class AsDeclared:
    """Every variant loses what it declares."""

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        for _, rubric, variant, seed in work:
            run = run_of(variant, seed)
            if [each.id for each in rubric.criteria] != ["doubles", "text"]:  # a probe's
                lost: Status = "failed" if variant.loses else "passed"
                run = replace(run, statuses=((rubric.criteria[0].id, lost),))
            yield run


def test_each_gets_its_own_gradings(tmp_path: Path) -> None:
    def load(name: str) -> tuple[Exercise, Rubric]:
        if name == "broken":
            raise RubricError("rubrics/broken.toml: cannot be read: No such file or directory")
        return tiny.read(tmp_path / name)

    tiny.write(tmp_path / "a")
    tiny.change(tiny.write(tmp_path / "b"), "exercises/tiny/hidden/test_double.py", "7", "8")
    (tmp_path / "b/exercises/tiny/hidden/checks.py").write_text("def x(:\n")
    tiny.write(tmp_path / "c")
    a, broken, b, c = prove_each(["a", "broken", "b", "c"], load, AsDeclared(), 2)
    for made, top in ((a, "a"), (c, "c")):
        assert isinstance(made, Proof)
        assert made.holds
        assert [run.seed for run in made.runs] == [1, 1, 1, 1, 2, 2, 2, 2]
        assert all(run.variant.folder.is_relative_to(tmp_path / top) for run in made.runs)
    assert isinstance(broken, Unreadable)
    assert isinstance(b, Unreadable)
    assert "hidden/checks.py: line 1: this is not valid Python" in str(b.error)


def test_an_id_that_does_not_exist_ends_the_call() -> None:
    def load(name: str) -> tuple[Exercise, Rubric]:
        raise UsageError(f"no exercise called {name}")

    with pytest.raises(UsageError, match="no exercise called x"):
        next(prove_each(["x"], load, AsDeclared(), 1))
