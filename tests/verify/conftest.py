"""One warm process that proves the tiny exercise, and a checkout that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.verify import Proof, Verifier, prove
from grader.verify.cache import ProofCache
from grader.verify.proof import variants
from grader.verify.remembered import Remembered, is_sound

from . import tiny
from .checkout import Checkout

Prove = Callable[..., Proof]


@pytest.fixture(scope="session")
def verifier() -> Iterator[Verifier]:
    """One warm process that grades."""
    with Verifier(1) as running:
        yield running


@pytest.fixture(scope="session")
def warm_cache(verifier: Verifier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder (XDG_CACHE_HOME) that knows the tiny exercise with seeds 1 and 2."""
    home = tmp_path_factory.mktemp("cache")
    exercise, rubric = tiny.read(tiny.write(tmp_path_factory.mktemp("known")))
    work = [(exercise, rubric, each, seed) for seed in (1, 2) for each in variants(exercise)]
    runs = Remembered(verifier, ProofCache(home / "grader")).run(work)
    assert all(is_sound(run) for run in runs)
    return home


@pytest.fixture
def checkout(warm_cache: Path, tmp_path: Path) -> Checkout:
    """A fresh checkout of the tiny exercise, all of it proven before."""
    return Checkout(tmp_path / "checkout", tmp_path / "machine", warm_cache)


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
