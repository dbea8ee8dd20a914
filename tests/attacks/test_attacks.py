"""No attack gains a point, reads anything hidden, leaves anything behind or stops the grader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.sandbox.rungs import RungName
from tests.attacks.arena import Aftermath, files_left
from tests.attacks.conftest import RUNGS
from tests.attacks.corpus import Attack, attacks
from tests.attacks.table import PROPERTY

CORPUS = [*attacks("cpp"), *attacks("python")]
SECONDS = 300.0
"""Far more than the time limits of both exercises add up to, also on a busy machine."""


@pytest.mark.parametrize("rung", RUNGS)
@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.key)
def test_nothing_is_gained(
    attack: Attack,
    rung: RungName,
    aftermath: Callable[[Attack, RungName], Aftermath],
    record_property: Callable[[str, object], None],
) -> None:
    found = aftermath(attack, rung)
    harms = tuple(_harms(attack, found))
    record_property(PROPERTY, (attack.language, attack.kind, rung, harms))
    assert not harms, found


def _harms(attack: Attack, found: Aftermath) -> Iterator[str]:
    points = found.points or 0
    if points > attack.at_most or (attack.honest_result == "fail" and points == 100):
        yield "gained"
    if found.marks or found.leaks:
        yield "read"
    if found.processes:
        yield "left"
    if found.seconds > SECONDS:
        yield "stopped"
    if attack.honest_result == "pass" and points < 100:
        yield "wronged"


def test_no_file_is_left(under_way: dict[object, object]) -> None:
    for each in list(under_way.values()):
        each.exception()  # type: ignore[attr-defined]
    assert files_left() == []
