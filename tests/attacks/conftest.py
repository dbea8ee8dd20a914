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
from tests.attacks.table import table

RUNGS: tuple[RungName, ...] = ("bubblewrap", "landlock")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what became of the attacks, by class and rung."""
    stats = terminalreporter.stats
    lines = list(table([*stats.get("passed", ()), *stats.get("failed", ())]))
    if lines:
        terminalreporter.section("attacks")
        terminalreporter.write_line("\n".join(lines))


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
    units = [
        (params["attack"], params["rung"])
        for params in asked
        if isinstance(params.get("attack"), Attack) and not available[params["rung"]]
    ]
    units.sort(key=lambda unit: RUNGS.index(unit[1]))  # what one rung built, the next one finds
    with Arena() as arena:
        yield {(attack.key, rung): arena.submit(attack, rung) for attack, rung in units}


@pytest.fixture
def aftermath(
    under_way: dict[tuple[str, RungName], Future[Aftermath]], available: dict[RungName, str]
) -> Callable[[Attack, RungName], Aftermath]:
    """What came of an attack on a rung."""

    def look(attack: Attack, rung: RungName) -> Aftermath:
        if available[rung]:
            pytest.skip(available[rung])
        return under_way[attack.key, rung].result()

    return look
