"""Hidden tests of the subject: memory and threads."""

import pytest

from grader.oracle import interleavings

NAMES = ["A", "B", "C", "D", "E"]


def values(rng, count):
    """Different states, none of them the first one."""
    return rng.sample(range(2, 1000), count)


# memory


@pytest.mark.criterion("memory")
def test_lets_go(scenarios, rng, reveal):
    """The subject keeps no observer alive, whether it was told, detached or neither."""
    names = rng.sample(NAMES, 5)
    dropped = [names[place] for place in sorted(rng.sample(range(4), 3))]
    detached = rng.sample(dropped, 1)
    first, second = values(rng, 2)
    new = ["F", "G", "H"]
    alive, told = scenarios.left_alive(names, detached, dropped, new, [first, second])
    reveal(f"{names} were attached and told, {detached[0]} was detached. Then nobody held "
           f"{dropped} any more; of these, {alive} stayed in memory. Now {new} were attached. In "
           f"the next round, {[name for name, _ in told]} were told.")
    assert alive == []
    assert sorted(told) == [[name, second] for name in sorted([*names, *new])
                            if name not in dropped]


@pytest.mark.criterion("memory")
def test_never_told(scenarios, rng, reveal):
    """An observer that disappears before the first notification is not told."""
    names = rng.sample(NAMES, 3)
    gone = rng.choice(names)
    (value,) = values(rng, 1)
    rounds, *_ = scenarios.told([*(["attach", name] for name in names), ["drop", gone],
                                 ["set", value]])
    reveal(f"{names} were attached, then nobody held {gone} any more. These were told: "
           f"{[name for name, _ in rounds[0]]}.")
    assert sorted(rounds[0]) == sorted([name, value] for name in names if name != gone)


@pytest.mark.criterion("memory")
def test_same_address(scenarios, rng, reveal):
    """New observers at places in memory of others that are gone."""
    names = [f"new {number}" for number in range(rng.randint(30, 40))]
    states = values(rng, 3)
    reveal(f"One observer stayed. {len(names)} others were attached and told, and disappeared; "
           f"then {len(names)} new ones. Some of them were not told, or told twice.")
    rounds = scenarios.short_lived(names, states)
    assert [sorted(told) for told in rounds] == [
        sorted([name, value] for name in [*names, "stays"]) for value in states]


@pytest.mark.criterion("memory")
def test_nothing_piles_up(scenarios, rng, reveal):
    """What is remembered of observers that are gone does not pile up."""
    many = rng.randint(300, 400)
    more = scenarios.piled_up(20, many)
    reveal(f"{many} observers were attached and disappeared; then one more was attached and "
           f"everybody told. In memory there were some {more} objects more than before.")
    assert more < many // 2


# threads


@pytest.mark.criterion("threads")
def test_others_do_not_wait(scenarios, rng, reveal):
    """While an observer is told, another thread attaches one and detaches another."""
    gone, new, *present = rng.sample(NAMES, 4)
    first, second = values(rng, 2)
    reveal(f"While an observer was told, another thread wanted to detach {gone} and attach {new}. "
           "It waited until the observer was done, and the observer waited for the thread, so that "
           "nothing went on; or somebody else was told the next time than was attached then.")
    rounds = scenarios.meanwhile(present, gone, new, [first, second])
    assert sorted(rounds[1]) == [[name, second] for name in sorted([new, *present])]


def race(scenarios, rng, attached, *plans):
    """An exploration, and the state that threads set meanwhile, as text."""
    during, after = values(rng, 2)
    return interleavings(scenarios.race, attached, list(plans), [during, after]), str(during)


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_detach_while_others_are_told(scenarios, rng, reveal):
    """One thread sets the state, another one detaches an observer."""
    reveal("A and B were attached. One thread set the state, another one detached A. In one order "
           "of their steps that failed, or B was not told exactly once.")
    explored, value = race(scenarios, rng, ["A", "B"], [["set"]], [["detach", "A"]])
    explored.expect(lambda state: state[0]["A"] in ([], [value]) and state[0]["B"] == [value]
                    and state[1] == {"A": 0, "B": 1})


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_attach_while_others_are_told(scenarios, rng, reveal):
    """One thread sets the state, another one attaches an observer."""
    reveal("A was attached. One thread set the state, another one attached B. In one order of "
           "their steps that failed, A was not told exactly once, or B was not attached in the "
           "end.")
    explored, value = race(scenarios, rng, ["A"], [["set"]], [["attach", "B"]])
    explored.expect(lambda state: state[0]["A"] == [value] and state[0]["B"] in ([], [value])
                    and state[1] == {"A": 1, "B": 1})


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_two_attach(scenarios, rng, reveal):
    """Two threads attach the same observer, and one of them another."""
    reveal("Two threads attached A at the same moment, and one of them B. In one order of their "
           "steps that failed, or not each of them is told exactly once afterwards.")
    explored, _ = race(scenarios, rng, [], [["attach", "A"], ["attach", "B"]], [["attach", "A"]])
    explored.expect(lambda state: state[1] == {"A": 1, "B": 1})


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_two_detach(scenarios, rng, reveal):
    """Two threads detach the same observer, and one of them another."""
    reveal("A, B and C were attached. Two threads detached A at the same moment, and one of them "
           "B. In one order of their steps that failed, or not exactly C is told afterwards.")
    explored, _ = race(scenarios, rng, ["A", "B", "C"], [["detach", "A"], ["detach", "B"]],
                       [["detach", "A"]])
    explored.expect(lambda state: state[1] == {"A": 0, "B": 0, "C": 1})


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_two_notify(scenarios, rng, reveal):
    """Two threads notify at the same moment."""
    reveal("A was attached, and two threads called notify() at the same moment. In one order of "
           "their steps that failed, or A was not told twice.")
    explored, _ = race(scenarios, rng, ["A"], [["notify"]], [["notify"]])
    explored.expect(lambda state: state[0] == {"A": ["None"] * 2})
