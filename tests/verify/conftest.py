"""One warm process that proves the tiny exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.verify import Proof, Verifier, prove
from grader.verify.proof import variants

from . import tiny

Prove = Callable[..., Proof]


@pytest.fixture(scope="session")
def verifier() -> Iterator[Verifier]:
    """One warm process that grades."""
    with Verifier(1) as running:
        yield running


@pytest.fixture
def proof(verifier: Verifier, tmp_path: Path) -> Prove:
    """Prove the tiny exercise with some texts replaced: path to (old, new) pairs."""

    def make(changes: dict[str, tuple[str, str]] | None = None, repeat: int = 1) -> Proof:
        tiny.write(tmp_path)
        for name, (old, new) in (changes or {}).items():
            tiny.change(tmp_path, name, old, new)
        exercise, rubric = tiny.read(tmp_path)
        work = [
            (exercise, rubric, variant, seed)
            for seed in range(1, repeat + 1)
            for variant in variants(exercise)
        ]
        return prove(exercise, rubric, tuple(verifier.run(work)))

    return make
