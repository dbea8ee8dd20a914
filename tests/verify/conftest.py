"""One warm process that proves the tiny exercise, and a checkout that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.verify import Proof, Verifier
from grader.verify.cache import ProofCache
from grader.verify.each import plan_of
from grader.verify.remembered import Remembered, is_sound

from . import tiny
from .checkout import Checkout

Prove = Callable[..., Proof]
SABOTAGE = "sabotage"


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
    work = plan_of(exercise, rubric, 2, tmp_path_factory.mktemp("probes")).units
    runs = Remembered(verifier, ProofCache(home / "grader")).run(work)
    assert all(is_sound(run) for run in runs)
    return home


@pytest.fixture
def checkout(warm_cache: Path, tmp_path: Path) -> Checkout:
    """A fresh checkout of the tiny exercise, all of it proven before."""
    return Checkout(tmp_path / "checkout", tmp_path / "machine", warm_cache)


@pytest.fixture
def proof(verifier: Verifier, tmp_path: Path) -> Prove:
    """Prove the tiny exercise with some texts replaced: path to (old, new) pairs.

    A path that is not there yet is a new file. Probes cost as much again: only where asked for.
    """

    def make(
        changes: dict[str, tuple[str, str]] | None = None, repeat: int = 1, *, probed: bool = False
    ) -> Proof:
        tiny.write(tmp_path)
        for name, (old, new) in (changes or {}).items():
            tiny.change(tmp_path, name, old, new)
        exercise, rubric = tiny.read(tmp_path)
        plan = plan_of(exercise, rubric, repeat, tmp_path / "probes")
        if not probed:
            plan = replace(plan, probes=())
        return plan.proof(tuple(verifier.run(plan.units)))

    return make


@pytest.fixture
def note_sabotage(
    record_property: Callable[[str, object], None],
) -> Callable[[str, list[str]], None]:
    """Note what a sabotage broke, for the table at the end of the run."""

    def note(name: str, broken: list[str]) -> None:
        record_property(SABOTAGE, f"{name:<62} {'; '.join(broken) or 'NOTHING'}")

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What each sabotage broke."""
    stats = terminalreporter.stats
    reports = [each for kind in ("passed", "failed") for each in stats.get(kind, ())]
    lines = [
        str(value)
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == SABOTAGE and report.when == "call"
    ]
    if lines:
        terminalreporter.section("sabotage")
        for line in lines:
            terminalreporter.write_line(line)
