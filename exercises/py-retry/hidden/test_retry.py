"""Hidden tests of `retry`: attempts, pauses and failures of plain functions."""

import pytest

CLOCK = pytest.mark.prepare("clock")
FLAKY = ["raise", "Flaky"]


def near(seconds, expected):
    """Equal but for the rounding of floating-point clocks."""
    return abs(seconds - expected) < 0.01


def all_near(times, expected):
    return len(times) == len(expected) and all(map(near, times, expected))


@pytest.mark.criterion("importable")
def test_imports(solution):
    """The file can be imported, and retry decorates a function."""
    solution.retry()


@CLOCK
@pytest.mark.criterion("attempts")
@pytest.mark.parametrize("result", [None, False, 0, "", "price"])
def test_until_it_returns(scenarios, rng, reveal, result):
    """The function is called until it returns, and its result is handed on."""
    limit = rng.randint(3, 6)
    failures = rng.randint(0, limit - 1)
    told = scenarios.called({"max_attempts": limit}, [FLAKY] * failures + [["return", result]])
    reveal(f"max_attempts={limit}: the function failed {failures} times and would then have "
           f"returned {result!r}. It was called {len(told['times'])} times.")
    assert len(told["times"]) == failures + 1
    assert "value" in told
    assert told["value"] == result


@CLOCK
@pytest.mark.criterion("attempts")
def test_never_more_than_asked(scenarios, rng, reveal):
    """A function that always fails is called max_attempts times."""
    for limit in (1, rng.randint(2, 4), rng.randint(5, 9)):
        told = scenarios.called({"max_attempts": limit}, [FLAKY])
        reveal(f"max_attempts={limit}: the function always failed and was called "
               f"{len(told['times'])} times.")
        assert len(told["times"]) == limit


@CLOCK
@pytest.mark.criterion("attempts")
def test_default_limit(scenarios, reveal):
    """Without arguments there are three attempts."""
    told = scenarios.called({}, [FLAKY])
    reveal(f"@retry() on a function that always fails: {len(told['times'])} attempts.")
    assert len(told["times"]) == 3


@CLOCK
@pytest.mark.criterion("attempts")
def test_last_exception(scenarios, rng, reveal):
    """The caller gets the exception of the last attempt."""
    for limit in (1, rng.randint(2, 6)):
        told = scenarios.called({"max_attempts": limit}, [FLAKY])
        got = f"raised {told['raised']}" if "raised" in told else "returned"
        reveal(f"max_attempts={limit}, and every attempt raised a new exception. The call {got}; "
               "that was not the exception of the last attempt.")
        assert told.get("of") == limit


@CLOCK
@pytest.mark.criterion("attempts")
def test_counting_anew(scenarios, rng, reveal):
    """Each call counts its own attempts."""
    limit = rng.randint(2, 5)
    counts = scenarios.called_twice({"max_attempts": limit}, [FLAKY])
    reveal(f"max_attempts={limit}: two functions that always fail, decorated by the same decorator "
           f"object, were called twice in turn. The four calls made {counts} attempts.")
    assert counts == [limit] * 4


@CLOCK
@pytest.mark.criterion("pauses")
def test_between_attempts(scenarios, rng, reveal):
    """It waits `delay` seconds between two attempts."""
    limit, delay = rng.randint(2, 5), rng.choice([0.5, 2, 30, 600])
    told = scenarios.called({"max_attempts": limit, "delay": delay}, [FLAKY] * (limit - 1)
                            + [["return", 1]])  # fmt: skip
    reveal(f"delay={delay}: the {limit} attempts came after {told['times']} seconds.")
    assert all_near(told["times"], [delay * n for n in range(limit)])


@CLOCK
@pytest.mark.criterion("pauses")
def test_not_after_the_last(scenarios, rng, reveal):
    """When the last attempt has failed, the caller hears of it at once."""
    for limit in (1, rng.randint(2, 5)):
        delay = rng.choice([2, 30, 600])
        told = scenarios.called({"max_attempts": limit, "delay": delay}, [FLAKY])
        reveal(f"max_attempts={limit}, delay={delay}: the last attempt failed after "
               f"{told['times'][-1]} seconds, and the caller was told after {told['end']}.")
        assert near(told["end"], told["times"][-1])


@CLOCK
@pytest.mark.criterion("pauses")
def test_default_delay(scenarios, reveal):
    """Without arguments it waits for one second."""
    told = scenarios.called({}, [FLAKY])
    reveal(f"@retry(): the attempts came after {told['times']} seconds.")
    assert len(told["times"]) > 1
    assert all_near(told["times"], range(len(told["times"])))


@CLOCK
@pytest.mark.criterion("pauses")
def test_no_delay(scenarios, rng, reveal):
    """With delay=0 there is no pause."""
    limit = rng.randint(2, 5)
    told = scenarios.called({"max_attempts": limit, "delay": 0}, [FLAKY])
    reveal(f"delay=0: the attempts came after {told['times']} seconds.")
    assert all_near(told["times"], [0] * len(told["times"]))


def attempts_for(scenarios, reveal, exceptions, raised):
    """How many of five possible attempts were made, and what came out."""
    given = {} if exceptions is None else {"exceptions": exceptions}
    told = scenarios.called({"max_attempts": 5, **given}, [["raise", raised], ["return", 1]])
    said = "" if exceptions is None else f" with exceptions={exceptions}"
    reveal(f"The first attempt raised {raised}{said}; the next would have worked. There were "
           f"{len(told['times'])} attempts.")
    return len(told["times"]), told.get("of")


@CLOCK
@pytest.mark.criterion("selection")
@pytest.mark.parametrize(
    ("exceptions", "raised"),
    [("Flaky", "Flaky"), ("Flaky", "Dropped"), (["Flaky", "Slow"], "Slow"),
     (["Flaky", "OSError"], "Dropped"), ("Exception", "Wrong")],
)  # fmt: skip
def test_chosen_failures(scenarios, reveal, exceptions, raised):
    """A failure that was named leads to another attempt."""
    assert attempts_for(scenarios, reveal, exceptions, raised)[0] == 2


@CLOCK
@pytest.mark.criterion("selection")
@pytest.mark.parametrize(
    ("exceptions", "raised"),
    [("Flaky", "Wrong"), ("Dropped", "Flaky"), (["Flaky", "Slow"], "TypeError"),
     ("Flaky", "KeyboardInterrupt")],
)  # fmt: skip
def test_other_failures(scenarios, reveal, exceptions, raised):
    """A failure that was not named goes to the caller at once."""
    assert attempts_for(scenarios, reveal, exceptions, raised) == (1, 1)


@CLOCK
@pytest.mark.criterion("selection")
@pytest.mark.parametrize("raised", ["KeyboardInterrupt", "SystemExit"])
def test_what_is_never_retried(scenarios, reveal, raised):
    """By default, what should end the program goes through."""
    assert attempts_for(scenarios, reveal, None, raised) == (1, 1)


@CLOCK
@pytest.mark.criterion("selection")
@pytest.mark.parametrize(
    ("exceptions", "raised"),
    [("BaseException", "KeyboardInterrupt"), (["Flaky", "SystemExit"], "SystemExit")],
)
def test_what_is_never_retried_though_named(scenarios, reveal, exceptions, raised):
    """What should end the program goes through, even when it was named."""
    assert attempts_for(scenarios, reveal, exceptions, raised) == (1, 1)


@CLOCK
@pytest.mark.criterion("selection")
def test_every_exception_by_default(scenarios, reveal):
    """By default, every Exception leads to another attempt."""
    assert attempts_for(scenarios, reveal, None, "Wrong")[0] == 2


@CLOCK
@pytest.mark.criterion("selection")
def test_a_failure_for_good_later(scenarios, rng, reveal):
    """A failure that was not named ends the attempts whenever it comes."""
    before = rng.randint(1, 3)
    steps = [FLAKY] * before + [["raise", "Wrong"], ["return", 1]]
    told = scenarios.called({"max_attempts": 9, "exceptions": "Flaky"}, steps)
    reveal(f"exceptions=Flaky: {before} times Flaky was raised, then Wrong. There were "
           f"{len(told['times'])} attempts.")
    assert len(told["times"]) == told.get("of") == before + 1
