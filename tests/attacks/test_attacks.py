"""No attack gains a point, reads anything hidden, leaves anything behind or stops the grader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.sandbox.rungs import RungName
from tests.attacks.arena import Aftermath, files_left
from tests.attacks.conftest import RUNGS
from tests.attacks.corpus import Attack, attacks

CORPUS = [*attacks("cpp"), *attacks("python")]
SECONDS = 90.0
"""Far more than the time limits of both exercises add up to, four gradings at a time."""


@pytest.mark.parametrize("rung", RUNGS)
@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.name)
def test_nothing_is_gained(
    attack: Attack, rung: RungName, aftermath: Callable[[Attack, RungName], Aftermath]
) -> None:
    found = aftermath(attack, rung)
    points = found.points or 0
    assert points <= attack.at_most, found
    if attack.honest_result == "fail":
        assert points < 100
    if attack.honest_result == "pass":
        assert points == 100
    assert not found.marks
    assert not found.leaks
    assert not found.processes
    assert found.seconds < SECONDS


def test_no_file_is_left(under_way: dict[object, object]) -> None:
    for each in list(under_way.values()):
        each.exception()  # type: ignore[attr-defined]
    assert files_left() == []
