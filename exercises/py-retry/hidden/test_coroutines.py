"""Hidden tests of `retry`: coroutine functions, wrong use, and what callers see."""

import pytest

CLOCK = pytest.mark.prepare("clock")
FLAKY = ["raise", "Flaky"]


def near(seconds, expected):
    """Equal but for the rounding of floating-point clocks."""
    return abs(seconds - expected) < 0.01


@CLOCK
@pytest.mark.criterion("coroutines")
def test_awaited_until_it_returns(scenarios, rng, reveal):
    """A coroutine function is awaited again after a failure."""
    limit, delay = rng.randint(3, 6), rng.choice([0.5, 2, 30])
    failures, result = rng.randint(1, limit - 1), rng.randint(1, 10**6)
    options = {"max_attempts": limit, "delay": delay}
    told = scenarios.awaited(options, [FLAKY] * failures + [["return", result]])
    reveal(f"max_attempts={limit}, delay={delay}: a coroutine function failed {failures} times and "
           f"would then have returned {result}. Attempts came after {told['times']} seconds.")
    assert told.get("value") == result
    assert len(told["times"]) == failures + 1
    assert all(near(time, delay * n) for n, time in enumerate(told["times"]))


@CLOCK
@pytest.mark.criterion("attempts")
def test_awaited_in_vain(scenarios, rng, reveal):
    """A coroutine function is not awaited too often, and its last exception is handed on."""
    for limit in (1, rng.randint(2, 5)):
        told = scenarios.awaited({"max_attempts": limit, "delay": 1}, [FLAKY])
        attempts, got = len(told["times"]), told.get("raised", "nothing")
        reveal(f"max_attempts={limit}: a coroutine function always failed and was awaited "
               f"{attempts} times; the await raised {got}.")
        assert attempts <= limit
        assert told.get("of") == attempts


@CLOCK
@pytest.mark.criterion("pauses")
def test_no_pause_after_the_last_await(scenarios, rng, reveal):
    """When the last await has failed, the caller hears of it at once."""
    limit, delay = rng.randint(1, 4), rng.choice([2, 30])
    told = scenarios.awaited({"max_attempts": limit, "delay": delay}, [FLAKY])
    reveal(f"max_attempts={limit}, delay={delay}: a coroutine function failed for the last time "
           f"after {told['times'][-1]} seconds, and the caller was told after {told['end']}.")
    assert near(told["end"], told["times"][-1])


@CLOCK
@pytest.mark.criterion("coroutines")
def test_others_go_on(scenarios, rng, reveal):
    """While a coroutine pauses, other tasks go on."""
    delay = rng.choice([4, 40])
    end, ticks = scenarios.neighbour({"max_attempts": 3, "delay": delay}, [FLAKY], delay / 4)
    reveal(f"delay={delay}: another task wanted to run every {delay / 4} seconds. In the {end} "
           f"seconds of the attempts it ran {len(ticks)} times.")
    assert end >= delay
    assert all(near(tick, n * delay / 4) for n, tick in enumerate(ticks))
    assert len(ticks) >= 4 * (end / delay) - 0.1


@CLOCK
@pytest.mark.criterion("coroutines")
def test_pauses_overlap(scenarios, rng, reveal):
    """Several calls that fail at the same time pause at the same time."""
    count, delay = rng.randint(2, 5), rng.choice([2, 30])
    told = scenarios.awaited_together({"max_attempts": 2, "delay": delay}, [FLAKY], count)
    reveal(f"delay={delay}: {count} calls that fail were awaited together. Their attempts came "
           f"after {[one['times'] for one in told]} seconds.")
    assert all(near(one["times"][1], delay) for one in told if len(one["times"]) > 1)
    assert all(len(one["times"]) > 1 for one in told)


@CLOCK
@pytest.mark.criterion("coroutines")
@pytest.mark.parametrize("phase", ["attempt", "pause"])
def test_cancelled(scenarios, rng, reveal, phase):
    """A cancelled task ends at once."""
    work = rng.randint(10, 20)
    delay = rng.randint(10, 20)
    when = work / 2 if phase == "attempt" else work + delay / 2
    options = {"max_attempts": 4, "delay": delay}
    ended, attempts, seconds = scenarios.cancelled(options, when, work)
    reveal(f"A task was cancelled after {when} seconds, in its first {phase}. It had begun "
           f"{attempts} attempts when it was over, {seconds} seconds after it began.")
    assert (ended, attempts) == ("cancelled", 1)
    assert near(seconds, when)


@CLOCK
@pytest.mark.criterion("coroutines")
@pytest.mark.parametrize("named", ["BaseException", ["Flaky", "CancelledError"]])
def test_cancelled_though_named(scenarios, rng, reveal, named):
    """A cancelled task ends at once, whatever was named."""
    work = rng.randint(10, 20)
    options = {"max_attempts": 4, "delay": 5, "exceptions": named}
    ended, attempts, seconds = scenarios.cancelled(options, work / 2, work)
    reveal(f"exceptions={named}: a task was cancelled after {work / 2} seconds, in its first "
           f"attempt. It had begun {attempts} attempts when it was over, {seconds} seconds after "
           "it began.")
    assert (ended, attempts) == ("cancelled", 1)
    assert near(seconds, work / 2)


@CLOCK
@pytest.mark.criterion("selection")
def test_coroutines_choose_as_well(scenarios, reveal):
    """For coroutine functions, too, only named failures lead to another attempt."""
    for named, raised, expected in (
        ("Flaky", "Dropped", 2), ("Flaky", "Wrong", 1), ("BaseException", "KeyboardInterrupt", 1)
    ):  # fmt: skip
        steps = [["raise", raised], ["return", 1]]
        told = scenarios.awaited({"max_attempts": 5, "exceptions": named}, steps)
        reveal(f"exceptions={named} on a coroutine function whose first attempt raised {raised}: "
               f"{len(told['times'])} attempts.")
        assert len(told["times"]) <= expected


@CLOCK
@pytest.mark.criterion("arguments")
def test_limits_that_mean_nothing(scenarios, rng, reveal):
    """A number of attempts below 1 and a negative delay raise ValueError early."""
    low = -rng.randint(1, 9)
    for options in ({"max_attempts": 0}, {"max_attempts": low}, {"delay": low}, {"delay": -0.25}):
        kinds, _ = scenarios.decorated(options)
        raised = f"raised {kinds[0]}" if kinds else "raised nothing"
        reveal(f"Decorating a function with {options} {raised}.")
        assert "ValueError" in kinds


@CLOCK
@pytest.mark.criterion("arguments")
def test_smallest_limits(scenarios, reveal):
    """One attempt and no delay are fine, and decorating calls nothing."""
    for options in ({"max_attempts": 1}, {"delay": 0}, {"max_attempts": 1, "delay": 0.0}):
        kinds, calls = scenarios.decorated(options)
        reveal(f"Decorating a function with {options} raised {kinds[:1]}, called it {calls} times.")
        assert (kinds, calls) == ([], 0)


@CLOCK
@pytest.mark.criterion("arguments")
def test_without_parentheses(scenarios, rng, reveal):
    """`@retry` without parentheses works, or is refused at once."""
    value = rng.randint(1, 10**6)
    told = scenarios.without_parentheses(value)
    reveal("`@retry` was written without parentheses. Nothing was refused, and the decorated "
           "function did not work.")
    if "raised" in told:
        assert {"TypeError", "ValueError"} & set(told["raised"])
    else:
        assert told == {"value": value}


@CLOCK
@pytest.mark.criterion("contract")
def test_contract(scenarios, rng, reveal):
    """Name, docstring, arguments and methods are as without the decorator."""
    a, b, c = (rng.randint(1, 10**6) for _ in range(3))
    told = scenarios.contract(a, b, c)
    reveal(f"Names and docstrings of a decorated function and a coroutine method: {told['names']}.")
    assert told["names"] == ["quote", "The price of a parcel.", "track", "Where it is."]
    reveal(f"A function was called with ({a}, {b}, option={c}) and got {told['quote']}.")
    assert told["quote"] == [a, [b], {"option": c}]
    reveal(f"A method of an object named {a} was called with ({b}, fast={c}) and got "
           f"{told['price']}; a coroutine method got {told['track']}.")
    assert told["price"] == told["track"] == [a, b, c]


@CLOCK
@pytest.mark.criterion("quiet")
def test_nothing_is_printed(scenarios, rng, reveal):
    """Nothing is printed, whether attempts fail or work."""
    limit = rng.randint(2, 4)
    for last in (FLAKY, ["return", 1]):
        steps = [FLAKY] * (limit - 1) + [last]
        text = scenarios.printed({"max_attempts": limit, "delay": 0}, steps)
        reveal(f"{limit} attempts printed {text[:80]!r}.")
        assert text == ""
