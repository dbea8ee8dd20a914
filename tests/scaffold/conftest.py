"""Proving small exercises, in one warm process for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.load import load_exercise, load_rubric
from grader.verify import Proof, Verifier, prove
from grader.verify.proof import variants

ProveIt = Callable[[Path, Path], Proof]


@pytest.fixture(scope="session")
def prove_it() -> Iterator[ProveIt]:
    """Grade every variant of an exercise once, and judge the exercise by that."""
    with Verifier(1) as verifier:

        def run(folder: Path, rubric_file: Path) -> Proof:
            exercise = load_exercise(folder)
            rubric = load_rubric(rubric_file, exercise.id)
            work = [(exercise, rubric, variant, 1) for variant in variants(exercise)]
            return prove(exercise, rubric, tuple(verifier.run(work)))

        yield run
