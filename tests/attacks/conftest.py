"""All attacks that were selected are graded side by side; each test then looks at its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest

from grader.errors import BoxError
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.rungs import RungName
from tests.attacks.arena import Aftermath, Arena
from tests.attacks.corpus import Attack

RUNGS: tuple[RungName, ...] = ("bubblewrap", "landlock")


@pytest.fixture(scope="session")
def available() -> dict[RungName, str]:
    """Each rung, and why it does not work here, if so."""
    found = {}
    for rung in RUNGS:
        try:
            Box(rung, BoxSpec()).close()
        except BoxError as error:
            found[rung] = str(error)
        else:
            found[rung] = ""
    return found


@pytest.fixture(scope="session")
def under_way(
    request: pytest.FixtureRequest, available: dict[RungName, str]
) -> Iterator[dict[tuple[str, RungName], Future[Aftermath]]]:
    """What will have come of every attack that this session asks for, by name and rung."""
    asked = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    with Arena() as arena:
        yield {
            (params["attack"].name, params["rung"]): arena.submit(params["attack"], params["rung"])
            for params in asked
            if isinstance(params.get("attack"), Attack) and not available[params["rung"]]
        }


@pytest.fixture
def aftermath(
    under_way: dict[tuple[str, RungName], Future[Aftermath]], available: dict[RungName, str]
) -> Callable[[Attack, RungName], Aftermath]:
    """What came of an attack on a rung."""

    def look(attack: Attack, rung: RungName) -> Aftermath:
        if available[rung]:
            pytest.skip(available[rung])
        return under_way[attack.name, rung].result()

    return look
