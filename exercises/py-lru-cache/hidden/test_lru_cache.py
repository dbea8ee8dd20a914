"""Hidden tests of the least-recently-used cache, one thread at a time."""

import pytest

from grader.oracle import fetch


@pytest.mark.criterion("importable")
def test_importable(solution):
    """`lru_cache.py` can be imported and has `lru_cache`."""
    assert fetch(solution.lru_cache) is not None


def distinct(rng, count):
    """So many different arguments."""
    return rng.sample(range(1, 1_000_000), count)


def listed(arguments):
    """Calls of f in words, for reveals."""
    return ", ".join(f"f({argument!r})" for argument in arguments)


# recency: whatever the size, a used entry outlives one that was not used since


@pytest.mark.criterion("recency")
def test_hit_is_a_use(scenarios, rng, reveal):
    """A hit makes its entry the most recent one."""
    a, b, c = distinct(rng, 3)
    reveal(f"maxsize=2. Called {listed([a, b, a, c, a])}: the last call computed f({a}) again, "
           f"although it had been used after f({b}).")
    assert scenarios.computed(2, [a, b, a, c, a]) == [a, b, c]


@pytest.mark.criterion("recency")
def test_busy_entry_stays(scenarios, rng, reveal):
    """An argument that is used all the time is computed once, whatever else comes by."""
    size = rng.randint(2, 6)
    busy, *others = distinct(rng, 40)
    calls = [argument for other in others for argument in (busy, other)]
    reveal(f"maxsize={size}. Every second call was f({busy}), the others were all different: "
           f"f({busy}) was computed more than once.")
    assert scenarios.computed(size, calls).count(busy) == 1


@pytest.mark.criterion("recency")
def test_oldest_use_goes_first(scenarios, rng, reveal):
    """What is kept was used later than everything that was thrown out."""
    for _ in range(4):
        size = rng.randint(2, 6)
        some = distinct(rng, size + rng.randint(1, 4))
        calls = [rng.choice(some) for _ in range(40)]
        for count, held in enumerate(scenarios.held_after_each(size, calls), start=1):
            by_use = list(dict.fromkeys(reversed(calls[:count])))
            reveal(f"maxsize={size}. After {listed(calls[:count])} the results of {held} were "
                   f"kept; the latest uses were, latest first: {by_use}.")
            assert set(held) == set(by_use[:len(held)])


# sizes


@pytest.mark.criterion("sizes")
def test_keeps_exactly_maxsize(scenarios, rng, reveal):
    """The cache fills up to `maxsize` results and holds no more."""
    for size in (1, rng.randint(2, 4), rng.randint(5, 9)):
        some = distinct(rng, size + 3)
        calls = some[:size] + [rng.choice(some) for _ in range(4 * size)] + some
        held = [len(kept) for kept in scenarios.held_after_each(size, calls)]
        room = [min(size, len(set(calls[:count]))) for count in range(1, len(calls) + 1)]
        reveal(f"maxsize={size}, {len(some)} different arguments in turn: the cache held up to "
               f"{max(held)} results, and {held[-1]} at the end.")
        assert held == room


@pytest.mark.criterion("sizes")
def test_default_size(scenarios, rng, reveal):
    """Without `maxsize` 128 results are kept."""
    held = scenarios.held_after_each("default", distinct(rng, 150))
    reveal(f"lru_cache() and 150 different arguments: {len(held[-1])} results were kept.")
    assert [len(kept) for kept in held] == [min(128, count) for count in range(1, 151)]


@pytest.mark.criterion("sizes")
def test_size_zero(scenarios, rng, reveal):
    """`maxsize=0` keeps nothing: each call computes."""
    calls = distinct(rng, 3) * 2
    reveal(f"maxsize=0. Called {listed(calls)}: not each call was computed.")
    assert scenarios.computed(0, calls) == calls
    assert scenarios.held_after_each(0, calls) == [[]] * len(calls)


@pytest.mark.criterion("sizes")
def test_negative_size(scenarios, rng, reveal):
    """A negative `maxsize` keeps nothing: each call computes."""
    size = -rng.randint(1, 5)
    calls = distinct(rng, 3) * 2
    reveal(f"maxsize={size}. Called {listed(calls)}: not each call was computed.")
    assert scenarios.computed(size, calls) == calls
    assert scenarios.held_after_each(size, calls) == [[]] * len(calls)


@pytest.mark.criterion("sizes")
def test_no_bound(scenarios, rng, reveal):
    """`maxsize=None` keeps everything."""
    some = distinct(rng, rng.randint(200, 300))
    reveal(f"maxsize=None. {len(some)} different arguments, then all of them once more: the "
           "second round computed again.")
    assert scenarios.computed(None, some + some) == some


# contract


@pytest.mark.criterion("contract")
def test_hit_returns_the_same_object(scenarios, rng):
    """A hit gives back the very object that was computed."""
    first, second = scenarios.same_object(rng.randint(1, 1000))
    assert first == second


@pytest.mark.criterion("contract")
@pytest.mark.parametrize("result", [None, False, 0, "", (), []], ids=repr)
def test_false_results(scenarios, rng, reveal, result):
    """Results such as `None` and `0` are cached like any other."""
    times = rng.randint(2, 5)
    reveal(f"A function that returns {result!r} was called {times} times and computed more than "
           "once.")
    assert scenarios.constant(result, times) == [[result] * times, 1]


@pytest.mark.criterion("contract")
@pytest.mark.parametrize("error", ["KeyError", "ValueError", "StopIteration", "TypeError"])
def test_exceptions(scenarios, rng, reveal, error):
    """An exception reaches the caller, and the next call computes again."""
    failures, result = rng.randint(1, 3), rng.randint(1, 1000)
    reveal(f"A function raised {error} on its first {failures} computations and then returned "
           f"{result}. Each call that met the error was to raise it, the next to compute again.")
    seen, count = scenarios.failing(error, failures, result, failures + 3)
    assert seen == [error] * failures + [result] * 3
    assert count == failures + 1


@pytest.mark.criterion("contract")
def test_name_and_docstring(scenarios, rng, reveal):
    """The decorated function keeps its name and docstring."""
    for size in (rng.randint(2, 200), 0, -1, None):
        name, docstring = scenarios.described(size)
        reveal(f"A function exchange_rate with a docstring was decorated with maxsize={size}; "
               f"after that its __name__ was {name!r} and its __doc__ {docstring!r}.")
        assert name == "exchange_rate"
        assert docstring == "How many euros one unit of `currency` is worth."


@pytest.mark.criterion("contract")
def test_functions_do_not_share(scenarios, rng, reveal):
    """Two functions under one decorator object keep their results apart."""
    arguments = distinct(rng, 3) * 2
    reveal("memo = lru_cache(maxsize=100) decorated two functions; one of them was given a result "
           "of the other.")
    expected = [[["first", argument], ["second", argument]] for argument in arguments]
    assert scenarios.two_functions(arguments) == expected


@pytest.mark.criterion("contract")
def test_methods(scenarios, rng, reveal):
    """A decorated method works, and objects keep their results apart."""
    prices, amounts = distinct(rng, 3), distinct(rng, 3)
    reveal("A method def total(self, amount, *, pieces) was decorated and called on three objects, "
           "twice with the same amounts.")
    results, again, count = scenarios.methods(prices, amounts)
    assert results == [[2 * price * amount for amount in amounts] for price in prices]
    assert again == results
    assert count == len(prices) * len(amounts)
