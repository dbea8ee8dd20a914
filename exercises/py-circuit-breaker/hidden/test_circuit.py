"""Hidden tests of the breaker: what goes through, when it opens, errors, and the clock."""

import pytest

pytestmark = pytest.mark.prepare("clock")


def opening(threshold):
    """So many failures, a second apart; the last one ends at `threshold` seconds."""
    return [[n + 1, 0, "Down"] for n in range(threshold)]


def opened_at(second):
    """Opens a threshold of 1; the second failure is for those who count one too many."""
    return [[second, 0, "Down"], [second + 0.1, 0, "Down"]]


def comes(scenarios, plan, others=(), **options):
    """What each call came to."""
    return [call["came"] for call in scenarios.driven(options, plan, others)]


@pytest.mark.criterion("importable")
def test_imports(solution):
    """The file can be imported and has CircuitBreaker."""
    solution.CircuitBreaker()


@pytest.mark.criterion("passes-on")
def test_handed_on(scenarios, rng, reveal):
    """Arguments reach the function, and its very exception reaches the caller."""
    args, named = [rng.randint(1, 999), [1]], {"amount": rng.randint(1, 999), "id": None}
    got, same = scenarios.handed_on(args, named, rng.choice(["Down", "ValueError", "TimeoutError"]))
    reveal(f"func was to be called with {args} and {named}; it got {got}.")
    assert got == [tuple(args), named]
    reveal("func raised an exception. The caller got another one, or none.")
    assert same


@pytest.mark.criterion("passes-on")
def test_results(scenarios, rng, reveal):
    """Any result is handed on, None and False included."""
    values = [None, False, 0, "", rng.randint(1, 999)]
    rng.shuffle(values)
    got = scenarios.results(values)
    reveal(f"The function returned {values}, and the callers got {got}.")
    assert got == values


@pytest.mark.criterion("passes-on")
def test_side_by_side(scenarios, rng, reveal):
    """While the circuit is closed, calls run side by side."""
    count, seconds = rng.randint(3, 6), rng.randint(5, 90)
    told = scenarios.driven({}, [[1, seconds, "ok"]] * count)
    ends = [call["ended"] for call in told]
    reveal(f"{count} calls of {seconds} seconds began at second 1. They ended at {ends}.")
    assert [call["came"] for call in told] == ["ok"] * count
    assert all(abs(end - 1 - seconds) < 0.1 for end in ends)


@pytest.mark.criterion("opens")
def test_enough_failures(scenarios, rng, reveal):
    """So many failures in a row open the circuit, and no fewer."""
    for threshold in (1, rng.randint(2, 4), rng.randint(6, 9)):
        came = comes(scenarios, opening(threshold + 3), failure_threshold=threshold)
        reveal(f"failure_threshold={threshold}: {threshold + 3} calls that would fail came to "
               f"{came}.")
        assert came == ["Down"] * threshold + ["refused"] * 3


@pytest.mark.criterion("opens")
def test_defaults(scenarios, reveal):
    """Without arguments, 5 failures open the circuit, for 60 seconds."""
    came = comes(scenarios, [*opening(7), [64.5, 0, "ok"], [65.5, 0, "ok"]])
    reveal("CircuitBreaker(): calls that would fail at seconds 1 to 7, and two that would work at "
           f"64.5 and 65.5, came to {came}. The fifth failure was at second 5.")
    assert came == ["Down"] * 5 + ["refused"] * 3 + ["ok"]


@pytest.mark.criterion("opens")
def test_until_time_is_over(scenarios, rng, reveal):
    """Open, it refuses every call at once, until the time is over."""
    threshold, timeout = rng.randint(1, 4), rng.randint(10, 500)
    times = [threshold + share for share in (0.5, timeout / 2, timeout - 1, timeout + 1)]
    plan = opening(threshold) + [[time, 0, "ok"] for time in times]
    told = scenarios.driven({"failure_threshold": threshold, "timeout": timeout}, plan)[threshold:]
    came = [call["came"] for call in told]
    reveal(f"timeout={timeout}: the circuit was opened at second {threshold}. Calls at {times} "
           f"came to {came}; refused calls ended at {[call['ended'] for call in told[:3]]}.")
    assert came == ["refused"] * 3 + ["ok"]
    assert all(abs(call["ended"] - time) < 0.1
               for call, time in zip(told, times, strict=True))  # fmt: skip


@pytest.mark.criterion("opens")
def test_in_a_row(scenarios, rng, reveal):
    """A success starts the count anew."""
    threshold = rng.randint(2, 4)
    outcomes = (["Down"] * (threshold - 1) + ["ok"]) * 3 + ["Down"] * threshold + ["ok"]
    came = comes(scenarios, [[n + 1, 0, outcome] for n, outcome in enumerate(outcomes)],
                 failure_threshold=threshold)  # fmt: skip
    reveal(f"failure_threshold={threshold}: calls that would come to {outcomes} came to {came}.")
    assert came == [*outcomes[:-1], "refused"]


@pytest.mark.criterion("opens")
def test_in_the_order_of_their_ends(scenarios, rng, reveal):
    """Failures count when they end, also those of calls that began together."""
    threshold = rng.randint(2, 5)
    slow = [[1, 5, "ok"]] + [[1, 10 * n, "Down"] for n in range(1, threshold + 1)]
    last = 1 + 10 * threshold
    came = comes(scenarios, [*slow, [last - 1, 0, "Broken"], [last + 1, 0, "ok"]],
                 failure_threshold=threshold + 1, timeout=600)  # fmt: skip
    reveal(f"failure_threshold={threshold + 1}: of {threshold + 1} calls that began together one "
           f"worked, then the others failed one after the other, and so did one that began later. "
           f"All of them and the next call came to {came}.")
    assert came == ["ok", *["Down"] * threshold, "Broken", "refused"]


@pytest.mark.criterion("opens")
def test_each_for_itself(scenarios, rng, reveal):
    """Each breaker is for itself."""
    threshold = rng.randint(1, 4)
    others = [[threshold - 0.5, 0, "Down"], [threshold + 0.5, 0, "ok"]]
    came = comes(scenarios, [*opening(threshold), [threshold + 1, 0, "ok"]],
                 others if threshold > 1 else others[1:], failure_threshold=threshold)  # fmt: skip
    reveal(f"failure_threshold={threshold}: one breaker had {threshold} failures, a second one "
           f"had at most one. The calls came to {came}.")
    assert came[threshold] == "refused"
    assert came[-1] == "ok"


@pytest.mark.criterion("steady-clock")
def test_clock_set_back(scenarios, rng, reveal):
    """When the computer's clock is set back, the circuit is open no longer for it."""
    timeout, back = rng.randint(10, 90), rng.randint(200, 9000)
    plan = [*opened_at(1), ["clock", 2, back], [timeout - 1, 0, "ok"], [timeout + 2, 0, "ok"]]
    came = comes(scenarios, plan, failure_threshold=1, timeout=timeout)[2:]
    reveal(f"timeout={timeout}: the circuit opened, then the clock was set back by {back} seconds. "
           f"Calls {timeout - 2} and {timeout + 1} seconds after it opened came to {came}.")
    assert came == ["refused", "ok"]


@pytest.mark.criterion("steady-clock")
def test_clock_set_forward(scenarios, rng, reveal):
    """When the computer's clock is set forward, the circuit is open no shorter for it."""
    timeout, ahead = rng.randint(10, 90), rng.randint(200, 9000)
    plan = [*opened_at(1), ["clock", 2, -ahead], [timeout - 1, 0, "ok"], [timeout + 2, 0, "ok"]]
    came = comes(scenarios, plan, failure_threshold=1, timeout=timeout)[2:]
    reveal(f"timeout={timeout}: the circuit opened, then the clock was set forward by {ahead} "
           f"seconds. Calls {timeout - 2} and {timeout + 1} seconds after it opened came to "
           f"{came}.")
    assert came == ["refused", "ok"]


@pytest.mark.criterion("errors")
@pytest.mark.parametrize("trial", [False, True])
def test_refusals(scenarios, rng, reveal, trial):
    """A refused call raises CircuitOpenError, which nothing else does."""
    told = scenarios.refusal(rng.randint(1, 4), trial)
    when = "while a trial went on" if trial else "while the circuit was open"
    reveal("breaker.py has no class CircuitOpenError that is derived from Exception.")
    assert told["is_class"]
    reveal(f"A call was refused {when}. It raised {told['refused']}; that is no CircuitOpenError "
           "of breaker.py.")
    assert told["named"] or told["refused"] is None
    reveal("`except CircuitOpenError` also catches exceptions of the service.")
    assert not told["catches_failures"]


@pytest.mark.criterion("errors")
@pytest.mark.parametrize(("failures", "other"), [("Down", "Mistake"), (["Slow", "Broken"], "Down")])
def test_mistakes(scenarios, rng, reveal, failures, other):
    """Only exceptions that were named count as failures."""
    threshold = rng.randint(2, 4)
    plan = [[n + 1, 0, other] for n in range(threshold + 1)] + [[90, 0, "ok"]]
    came = comes(scenarios, plan, failure_threshold=threshold, failures=failures)
    reveal(f"failures={failures}, failure_threshold={threshold}: {threshold + 1} calls that raise "
           f"{other} and one that works came to {came}.")
    assert came == [other] * (threshold + 1) + ["ok"]


@pytest.mark.criterion("errors")
@pytest.mark.parametrize(("failures", "kind"), [("Down", "Slow"), (["Slow", "Broken"], "Broken"),
                                                ("Exception", "Mistake")])  # fmt: skip
def test_named_failures(scenarios, rng, reveal, failures, kind):
    """Exceptions that were named, and those derived from them, count as failures."""
    threshold = rng.randint(1, 3)
    plan = [[n + 1, 0, kind] for n in range(threshold + 1)] + [[20, 0, "ok"]]
    options = {} if failures == "Exception" else {"failures": failures}
    came = comes(scenarios, plan, failure_threshold=threshold, **options)
    reveal(f"failures={failures}, failure_threshold={threshold}: {threshold + 1} calls that would "
           f"raise {kind} and one that would work came to {came}.")
    assert came[-1] == "refused"


@pytest.mark.criterion("errors")
def test_mistakes_are_no_successes(scenarios, rng, reveal):
    """An exception that was not named does not start the count anew."""
    threshold = rng.randint(4, 6)
    plan = [*opening(threshold - 1), [20, 0, "Mistake"], [21, 0, "Slow"], [22, 0, "Slow"],
            [23, 0, "ok"]]  # fmt: skip
    came = comes(scenarios, plan, failure_threshold=threshold, failures="Down")
    reveal(f"failures=Down, failure_threshold={threshold}: calls came to {came}. Before the last "
           f"one there were at least {threshold} failures and no success.")
    assert came[-4:-2] == ["Mistake", "Slow"]
    assert came[-1] == "refused"


@pytest.mark.criterion("errors")
def test_mistaken_trial(scenarios, rng, reveal):
    """A trial that ends with an exception that was not named decides nothing."""
    threshold = rng.randint(3, 5)
    before, after = opening(threshold + 1), [[96, 0, "Down"], [97, 0, "ok"]]
    options = {"failure_threshold": threshold, "failures": "Down"}
    came = comes(scenarios, [*before, [90, 5, "Mistake"], *after], **options)[-2:]
    without = comes(scenarios, before + after, **options)[-2:]
    reveal(f"failures=Down, failure_threshold={threshold}: when the open time was over, a trial "
           f"came to Mistake. The next two calls came to {came}; without that trial, to {without}.")
    assert came == without


@pytest.mark.criterion("errors")
def test_wrong_use(scenarios, rng, reveal):
    """A threshold below 1 and a negative timeout raise ValueError; the smallest are fine."""
    low = -rng.randint(1, 9)
    for options in ({"failure_threshold": 0}, {"failure_threshold": low}, {"timeout": low},
                    {"timeout": -0.5}):  # fmt: skip
        kinds = scenarios.made(options)
        reveal(f"A breaker with {options} was made, which raised {(kinds or ['nothing'])[0]}.")
        assert "ValueError" in kinds
    for options in ({"failure_threshold": 1}, {"timeout": 0.5}):
        kinds = scenarios.made(options)
        reveal(f"A breaker with {options} was made, which raised {(kinds or ['nothing'])[0]}.")
        assert kinds == []
