"""Hidden tests of the cache: what is kept, for how long, and by which clock."""

import pytest

pytestmark = pytest.mark.prepare("clock")


@pytest.mark.criterion("importable")
def test_imports(solution):
    """The file can be imported and has Cache and cached."""
    solution.cached(solution.Cache(ttl=1))


def keys(rng, count):
    return rng.sample(range(1000), count)


@pytest.mark.criterion("keeps")
def test_what_was_set(scenarios, rng, reveal):
    """A value that was set is there, until it is replaced or invalidated."""
    a, b, c = keys(rng, 3)
    steps = [["set", a, "A"], ["set", b, "B"], ["get", a], ["get", b], ["set", a, "A2"],
             ["get", a], ["invalidate", a], ["invalidate", c], ["get", a], ["get", b]]  # fmt: skip
    seen = scenarios.driven(60, steps)
    reveal(f"{steps} on a cache of 60 seconds: the gets gave {seen}.")
    assert seen == ["A", "B", "A2", None, "B"]


@pytest.mark.criterion("keeps")
def test_the_very_object(scenarios, reveal):
    """A get gives the very object that was set."""
    reveal("What get() returned was not the object that had been set.")
    assert scenarios.same_object() == [True, True]


@pytest.mark.criterion("keeps")
def test_until_its_time_is_over(scenarios, rng, reveal):
    """An entry is kept until it is as old as the time to live, and not longer."""
    for ttl in (1, rng.randint(2, 50), rng.randint(100, 9000)):
        (key,) = keys(rng, 1)
        steps = [["set", key, "A"], ["wait", ttl - 1], ["get", key], ["wait", 1], ["get", key]]
        seen = scenarios.driven(ttl, steps)
        reveal(f"ttl={ttl}: after {ttl - 1} and after {ttl} seconds, the gets gave {seen}.")
        assert seen == ["A", None]


@pytest.mark.criterion("keeps")
def test_default_time(scenarios, reveal):
    """Without an argument the time to live is 300 seconds."""
    steps = [["set", 1, "A"], ["wait", 299], ["get", 1], ["wait", 1], ["get", 1]]
    seen = scenarios.driven(None, steps)
    reveal(f"Cache(): after 299 and after 300 seconds, the gets gave {seen}.")
    assert seen == ["A", None]


@pytest.mark.criterion("keeps")
def test_counted_from_the_last_set(scenarios, rng, reveal):
    """The time counts from the last set; a get does not prolong it."""
    ttl = rng.randint(10, 90)
    steps = [["set", 1, "A"], ["wait", ttl - 1], ["get", 1], ["wait", 1], ["get", 1],
             ["set", 1, "B"], ["wait", ttl - 1], ["set", 1, "C"], ["wait", ttl - 1],
             ["get", 1]]  # fmt: skip
    seen = scenarios.driven(ttl, steps)
    reveal(f"ttl={ttl}: {steps}. The gets gave {seen}.")
    assert seen == ["A", None, "C"]


@pytest.mark.criterion("keeps")
def test_ttl_zero(scenarios, reveal):
    """With ttl=0 nothing is kept."""
    seen = scenarios.driven(0, [["set", 1, "A"], ["get", 1]])
    reveal(f"ttl=0: a get right after the set gave {seen[0]!r}.")
    assert seen == [None]


@pytest.mark.criterion("keeps")
def test_results_expire(scenarios, rng, reveal):
    """A result is computed again when its time is over."""
    value = rng.randint(1, 999)
    seen, computed = scenarios.results(value, 4, 30)
    reveal(f"ttl=60: a function was called 4 times, 30 seconds apart. It was computed {computed} "
           "times.")
    assert (seen, computed) == ([value] * 4, 2)


@pytest.mark.criterion("keeps")
def test_exceptions_are_not_kept(scenarios, rng, reveal):
    """An exception goes to the caller, and the next call computes again."""
    failures, value = rng.randint(1, 3), rng.randint(1, 999)
    seen, computed = scenarios.failing(failures, value)
    reveal(f"A function failed {failures} times and then returned {value}. The calls came to "
           f"{seen}, with {computed} computations.")
    assert (seen, computed) == (["LookupError"] * failures + [value] * 2, failures + 1)


@pytest.mark.criterion("keeps")
def test_contract(scenarios, rng, reveal):
    """A decorated method keeps its name and docstring, and works for each object."""
    prices, amount = rng.sample(range(1, 99), 3), rng.randint(2, 9)
    names, seen, computed = scenarios.contract(prices, amount)
    reveal(f"Name and docstring: {names}. Results for {prices} * {amount} * 2, twice: {seen}, "
           f"{computed} computed.")
    assert names == ["total", "What it comes to."]
    assert seen == [price * amount * 2 for price in prices] * 2
    assert computed == 3


@pytest.mark.criterion("none-is-a-value")
@pytest.mark.parametrize("value", [None, 0, "", False, []])
def test_false_values(scenarios, rng, reveal, value):
    """None and other false values are kept, and told apart from nothing."""
    a, b = keys(rng, 2)
    default = rng.randint(1, 999)
    seen = scenarios.driven(60, [["set", a, value], ["get", a, default], ["get", b, default]])
    reveal(f"{value!r} was set. With the default {default}, get gave {seen[0]!r} for its key and "
           f"{seen[1]!r} for a key that was never set.")
    assert repr(seen) == repr([value, default])


@pytest.mark.criterion("none-is-a-value")
def test_default_after_its_time(scenarios, rng, reveal):
    """The default is given for what has expired or was invalidated, too."""
    default = rng.randint(1, 999)
    steps = [["set", 1, None], ["wait", 61], ["get", 1, default], ["set", 2, None],
             ["invalidate", 2], ["get", 2, default]]  # fmt: skip
    seen = scenarios.driven(60, steps)
    reveal(f"{steps}: the gets gave {seen}.")
    assert seen == [default] * 2


@pytest.mark.criterion("none-is-a-value")
@pytest.mark.parametrize("value", [None, 0, ""])
def test_false_results(scenarios, rng, reveal, value):
    """A result that is None, or otherwise false, is computed once."""
    calls = rng.randint(2, 5)
    seen, computed = scenarios.results(value, calls)
    reveal(f"A function that returns {value!r} was called {calls} times and computed {computed} "
           "times.")
    assert (seen, computed) == ([value] * calls, 1)


@pytest.mark.criterion("steady-clock")
def test_clock_set_back(scenarios, rng, reveal):
    """When the computer's clock is set back, entries live no longer for it."""
    ttl, back = rng.randint(10, 90), rng.randint(200, 9000)
    steps = [["set", 1, "A"], ["clock", -back], ["get", 1], ["wait", ttl + 1], ["get", 1]]
    seen = scenarios.driven(ttl, steps)
    reveal(f"ttl={ttl}: a value was set, then the clock was set back by {back} seconds. Right "
           f"then, and {ttl + 1} seconds later, the gets gave {seen}.")
    assert seen == ["A", None]


@pytest.mark.criterion("steady-clock")
def test_clock_set_forward(scenarios, rng, reveal):
    """When the computer's clock is set forward, entries live no shorter for it."""
    ttl, ahead = rng.randint(10, 90), rng.randint(200, 9000)
    steps = [["set", 1, "A"], ["clock", ahead], ["wait", ttl - 1], ["get", 1]]
    seen = scenarios.driven(ttl, steps)
    reveal(f"ttl={ttl}: a value was set, then the clock was set forward by {ahead} seconds. "
           f"{ttl - 1} seconds later, get gave {seen[0]!r}.")
    assert seen == ["A"]


@pytest.mark.criterion("forgets")
def test_expired_values_go(scenarios, rng, reveal):
    """After a set, no value is held whose time was over before."""
    ttl, count = rng.randint(10, 90), rng.randint(3, 8)
    steps = [["set", n, n] for n in range(count)] + [["wait", ttl + 1], ["set", -1, -1]]
    held = scenarios.held(ttl, steps)
    reveal(f"ttl={ttl}: {count} values were set, {ttl + 1} seconds passed, and another was set. "
           f"{len(held[-1]) - 1} of the expired ones were still held in memory.")
    assert held[-1] == [-1]


@pytest.mark.criterion("forgets")
def test_only_expired_values_go(scenarios, rng, reveal):
    """What has not expired stays, also when it was set again."""
    ttl = rng.randint(10, 90)
    steps = [["set", 1, 1], ["set", 2, 2], ["wait", ttl - 1], ["set", 1, 3], ["wait", 2],
             ["set", 4, 4]]  # fmt: skip
    held = scenarios.held(ttl, steps)
    reveal(f"ttl={ttl}: {steps} (key, value). Held in the end: values {held[-1]}, due were [3, 4].")
    assert held[-1] == [3, 4]


@pytest.mark.criterion("forgets")
def test_replaced_and_invalidated_values_go(scenarios, reveal):
    """A value that was replaced or invalidated is no longer held."""
    steps = [["set", 1, 1], ["set", 2, 2], ["set", 1, 3], ["invalidate", 2]]
    held = scenarios.held(60, steps)
    reveal(f"{steps} (key, value): held after each step were {held}.")
    assert held == [[1], [1, 2], [2, 3], [3]]
