"""Hidden tests: they run apart from the learner's code and drive it through `scenarios`.

Each test has one criterion, and a docstring whose first line the learner reads. Everything else
stays hidden, but for the text in `reveal`: say there what was done and what was seen. Inputs come
from `rng`, so that the right answers cannot be written down in a submission.
A test drives the first program in its first profile; another one is chosen with
`@pytest.mark.build("main", "thread")`, if exercise.toml has it.
"""

import pytest

NAMES = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay"]
NEWS = ["rain", "snow", "storm", "sunshine", "fog"]


def broadcast(scenarios, rng):
    """Some listeners, some news, and what was seen."""
    names = rng.sample(NAMES, rng.randint(2, 4))
    news = rng.sample(NEWS, rng.randint(1, 3))
    return names, news, scenarios.broadcast(names, news)


@pytest.mark.criterion("compiles")
def test_compiles(build, reveal):
    """A program that includes `station.hpp` compiles."""
    reveal("A program that includes your header, and adds a listener to a station, could not be "
           "built.")
    assert build.ok


@pytest.mark.criterion("tells-all")
def test_everybody_hears(scenarios, rng, reveal):
    """Every listener hears all news, in order."""
    names, news, log = broadcast(scenarios, rng)
    reveal(f"A station with the listeners {', '.join(names)} told: {', '.join(news)}. They did "
           "not all hear it in the order in which they were added.")
    heard = [entry for entry in log if " heard " in entry]
    assert heard == [f"{name} heard {item}" for item in news for name in names]


@pytest.mark.criterion("destroyed-whole")
def test_nobody_stays(scenarios, rng, reveal):
    """When a station closes, the destructor of every listener runs."""
    names, _, log = broadcast(scenarios, rng)
    reveal(f"A station with {len(names)} listeners of a derived class was destroyed. The "
           "destructors of that class did not all run.")
    gone = [entry for entry in log if entry.endswith(" is gone")]
    assert sorted(gone) == sorted(f"{name} is gone" for name in names)
