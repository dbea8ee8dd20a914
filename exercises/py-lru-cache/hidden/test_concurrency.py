"""Hidden tests of the least-recently-used cache: recursion and threads."""

import pytest

from grader.oracle import interleavings

FIBONACCI = [0, 1]
while len(FIBONACCI) < 30:
    FIBONACCI.append(FIBONACCI[-1] + FIBONACCI[-2])


@pytest.mark.criterion("reentrant")
def test_recursion(scenarios, rng, reveal):
    """A decorated function may call itself."""
    for size in (rng.randint(2, 4), rng.randint(30, 50)):
        number = rng.randint(8, 16)
        reveal(f"A recursive Fibonacci function with maxsize={size} was called with {number}.")
        assert scenarios.fibonacci(size, number) == FIBONACCI[number]


@pytest.mark.criterion("reentrant")
def test_others_go_on(scenarios, rng, reveal):
    """While one call is being computed, a call with another argument goes on."""
    slow, quick = rng.sample(range(1000), 2)
    reveal(f"While f({slow}) was being computed in one thread, another thread called f({quick}). "
           "That call did not come back: it waited for the first one to end.")
    assert scenarios.call_meanwhile(slow, quick) == [quick, slow]


def arguments(rng, count):
    """Different arguments, sorted, so that held results compare as lists."""
    return sorted(rng.sample(range(1, 1000), count))


def check(scenarios, maxsize, warm, plans):
    """Each thread gets its own results, and as much is kept as if they had run in turn."""
    held_in_turn = scenarios.in_turn(maxsize, warm, plans)
    explored = interleavings(scenarios.race, maxsize, warm, plans)
    explored.expect(lambda state: state["got"] == plans and state["held"] in held_in_turn)


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_two_threads_evict(scenarios, rng, reveal):
    """Two threads make room in a full cache at the same moment."""
    a, b, c = arguments(rng, 3)
    reveal(f"maxsize=1, f({a}) is in the cache. Two threads call f({b}) and f({c}): no call may "
           "fail, and one result is left.")
    check(scenarios, 1, [a], [[b], [c]])


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_two_threads_fill(scenarios, rng, reveal):
    """Two threads fill the last place at the same moment."""
    a, b, c = arguments(rng, 3)
    reveal(f"maxsize=2, f({a}) is in the cache. Two threads call f({b}) and f({c}): no call may "
           "fail, and two results are left.")
    check(scenarios, 2, [a], [[b], [c]])


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
def test_hit_against_eviction(scenarios, rng, reveal):
    """One thread reads an entry while another throws it out."""
    a, b = arguments(rng, 2)
    reveal(f"maxsize=1, f({a}) is in the cache. One thread calls f({a}), another f({b}): no call "
           "may fail, and one result is left.")
    check(scenarios, 1, [a], [[a], [b]])


@pytest.mark.criterion("sizes")
@pytest.mark.prepare("threads")
def test_same_missing_result(scenarios, rng, reveal):
    """Two threads miss the same result at the same moment."""
    a, b = arguments(rng, 2)
    reveal(f"maxsize=2, f({a}) is in the cache. Two threads call f({b}): there is room for both "
           "results, so both are left.")
    check(scenarios, 2, [a], [[b], [b]])
