"""Hostile folders and archives, graded from end to end on every rung that the machine has."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from grader.sandbox.rungs import RungName
from tests.attacks.conftest import RUNGS
from tests.attacks.folders.attack import FolderAttack
from tests.attacks.folders.corpus import attacks
from tests.attacks.folders.trial import Verdict, attempt, begin
from tests.attacks.table import PROPERTY

ATTACKS = attacks()
JOBS = 2
Tried = dict[tuple[str, RungName], Future[Verdict]]


@pytest.fixture(scope="module")
def tried(
    request: pytest.FixtureRequest,
    available: dict[RungName, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Tried]:
    """All attacks that this session asks for, tried side by side."""
    temporary, places = (tmp_path_factory.mktemp(name) for name in ("temporary", "places"))
    for path in (temporary, temporary.parent):
        path.chmod(0o711)
    asked = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    chosen = [
        (params["attack"].name, params["rung"])
        for params in asked
        if isinstance(params.get("attack"), FolderAttack) and not available[params["rung"]]
    ]
    context = get_context("spawn")
    with ProcessPoolExecutor(JOBS, context, initializer=begin, initargs=(str(temporary),)) as pool:
        yield {
            (name, rung): pool.submit(attempt, name, rung, str(places / f"{rung}-{name}"))
            for name, rung in chosen
        }
    assert [os.listdir(path) for path in temporary.iterdir()] == [[]] * len(os.listdir(temporary))


def test_names_are_told_apart() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS) > 35


@pytest.mark.parametrize("rung", RUNGS)
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.cls}-{attack.name}")
def test_attack(
    tried: Tried,
    available: dict[RungName, str],
    attack: FolderAttack,
    rung: RungName,
    record_property: Callable[[str, object], None],
) -> None:
    if available[rung]:
        pytest.skip(available[rung])
    verdict = tried[attack.name, rung].result()
    if verdict.skipped:
        pytest.skip(verdict.skipped)
    record_property(PROPERTY, ("folders", attack.cls, rung, verdict.harms))
    assert verdict.wrong == ()
