"""The oracle: operations are drawn here, one by one, and readings compared with plain integers."""

from itertools import accumulate

import pytest

RESET, INC, ADD = range(3)
LEAST, MOST = -(2**31), 2**31 - 1


def draw(rng):
    """One operation and its amount."""
    return rng.choice([RESET, INC, ADD, ADD, ADD]), rng.randint(-9_999, 9_999)


def after(before, operation):
    """What a counter reads after an operation."""
    kind, amount = operation
    return {RESET: 0, INC: before + 1, ADD: before + amount}[kind]


def due(operations):
    """All readings, that of a new counter included."""
    return list(accumulate(operations, after, initial=0))


def are_readings(seen, wanted):
    """Whether these are the integers that are due: True is no 1 here."""
    return seen == wanted and all(type(one) is int for one in seen)


def row(operations):
    """Operations as they are sent."""
    return [number for operation in operations for number in operation]


@pytest.mark.criterion("counts")
@pytest.mark.build("main", "plain")
def test_every_step(scenarios, rng, reveal):
    """Every operation changes the reading as it should."""
    reveal("A new counter did not read 0.")
    standing = 0
    assert are_readings([scenarios.reading(0)], [standing])
    # whatever is drawn, a reading that never changes is found out
    for operation in [draw(rng) for _ in range(12)] + [(ADD, rng.randint(1, 99)), (INC, 0)]:
        standing = after(standing, operation)
        seen = scenarios.step(0, *operation)
        reveal(f"After the operations so far the counter should have read {standing}.")
        assert are_readings([seen], [standing])


@pytest.mark.criterion("independent")
@pytest.mark.build("main", "plain")
def test_two_counters(scenarios, rng, reveal):
    """Two counters have nothing to do with each other."""
    reveal("Two counters were used in turn, and one changed what the other one read.")
    standing = [0, 0]
    for _ in range(16):
        which, amount = rng.randrange(2), rng.randint(1, 500)
        standing[which] += amount
        seen = [scenarios.step(which, ADD, amount), scenarios.reading(1 - which)]
        assert are_readings(seen, [standing[which], standing[1 - which]])


@pytest.mark.criterion("well-defined")
@pytest.mark.build("main", "address,undefined")
def test_to_the_limits(scenarios, rng, reveal):
    """Nothing undefined happens on the way to the least and the greatest int."""
    operations = [draw(rng) for _ in range(20)]
    operations += [(RESET, 0), (ADD, LEAST), (INC, 0), (ADD, MOST), (ADD, MOST)]
    seen = scenarios.replay(row(operations))
    reveal("On the way to the limits of int a reading was wrong.")
    assert are_readings(seen, due(operations))


@pytest.mark.criterion("no-leak")
@pytest.mark.build("main", "address,undefined")
def test_nothing_is_left(scenarios, rng, reveal):
    """Counters that are gone leave nothing in memory."""
    for _ in range(5):
        operations = [draw(rng) for _ in range(10)]
        assert are_readings(scenarios.replay(row(operations)), due(operations))
    end = scenarios.finish()
    reveal("Counters were made and destroyed. Memory was left behind that nothing points to.")
    assert end.reports == ()


@pytest.mark.criterion("threads")
@pytest.mark.build("threads", "thread")
def test_a_counter_for_each_thread(scenarios, rng, reveal):
    """Threads that use counters of their own do not meet."""
    amounts = [[rng.randint(-999, 999) for _ in range(15)] for _ in range(rng.randint(2, 4))]
    seen = scenarios.replay_at_once(amounts)
    reveal("Threads used counters of their own, and a reading was wrong.")
    wanted = [list(accumulate(amount + 1 for amount in one)) for one in amounts]
    assert len(seen) == len(wanted)
    assert all(map(are_readings, seen, wanted))
