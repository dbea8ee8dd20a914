"""Hidden tests of the breaker: the trial, cancellations, and calls from before."""

import pytest

pytestmark = pytest.mark.prepare("clock")
# Opens a threshold of 1; the second failure is for those who count one too many.
OPENED = [[1, 0, "Down"], [1.1, 0, "Down"]]


def comes(scenarios, plan, **options):
    """What each call came to."""
    return [call["came"] for call in scenarios.driven(options, plan)]


def failures(count, start):
    """So many failures, a second apart; the last one ends at `start + count`."""
    return [[start + n + 1, 0, "Down"] for n in range(count)]


def opening(threshold):
    """Opens at second `threshold`; one failure more is for those who count one too many."""
    return [*failures(threshold, 0), [threshold + 0.1, 0, "Down"]]


def with_and_without(scenarios, stale, plan, **options):
    """What the calls of the plan came to after calls from before, and what without these."""
    came = comes(scenarios, stale + plan, **options)
    return came[len(stale) :], comes(scenarios, plan, **options)


@pytest.mark.criterion("one-trial")
@pytest.mark.parametrize("outcome", ["ok", "Down"])
def test_crowd(scenarios, rng, reveal, outcome):
    """When the open time is over, one of many calls goes through, the others are refused."""
    count = rng.randint(4, 9)
    told = scenarios.driven({"failure_threshold": 1}, OPENED + [[70, 2, outcome]] * count)[2:]
    ran = sum(call["ran"] for call in told)
    came = sorted(call["came"] for call in told)
    reveal(f"When the open time was over, {count} calls came together. {ran} of them reached the "
           f"service; they came to {came}.")
    assert ran == 1
    assert came == sorted([outcome] + ["refused"] * (count - 1))
    ends = [call["ended"] for call in told if not call["ran"]]
    reveal(f"Calls that came at second 70, during a trial, were refused at {ends}.")
    assert all(abs(end - 70) < 0.1 for end in ends)


@pytest.mark.criterion("one-trial")
def test_long_trial(scenarios, rng, reveal):
    """However long the trial takes, others are refused until it has ended."""
    timeout = rng.randint(10, 90)
    times = [timeout + 10 + timeout * n for n in range(1, 4)]
    end = timeout + 10 + timeout * 4
    plan = [*OPENED, [timeout + 10, timeout * 4, "ok"], *([time, 0, "ok"] for time in times),
            [end + 1, 0, "ok"]]  # fmt: skip
    came = comes(scenarios, plan, failure_threshold=1, timeout=timeout)[2:]
    reveal(f"timeout={timeout}: a trial began at second {timeout + 10} and took {timeout * 4} "
           f"seconds. Trial, calls at {times}, and a call after it came to {came}.")
    assert came == ["ok", "refused", "refused", "refused", "ok"]


@pytest.mark.criterion("one-trial")
def test_trial_succeeds(scenarios, rng, reveal):
    """After a trial that succeeds, calls go through, and the count starts at zero."""
    threshold = rng.randint(2, 4)
    plan = [*opening(threshold), [90, 0, "ok"], *failures(threshold + 1, 100), [120, 0, "ok"]]
    came = comes(scenarios, plan, failure_threshold=threshold)[threshold + 1 :]
    reveal(f"failure_threshold={threshold}: a trial succeeded; of the calls after it "
           f"{threshold + 1} would fail and the last one would work. They came to {came}.")
    assert came[: threshold + 1] == ["ok", *["Down"] * threshold]
    assert came[-1] == "refused"


@pytest.mark.criterion("one-trial")
def test_trial_fails(scenarios, rng, reveal):
    """A trial that fails opens the circuit again at once, for the whole time."""
    threshold, timeout = rng.choice([1, 2, 3, 5]), rng.randint(20, 90)
    began = threshold + timeout + 5
    ended = began + 7
    plan = [*opening(threshold), [began, 7, "Down"], [ended + 1, 0, "ok"],
            [ended + timeout - 1, 0, "ok"], [ended + timeout + 1, 0, "ok"]]  # fmt: skip
    came = comes(scenarios, plan, failure_threshold=threshold, timeout=timeout)[threshold + 1 :]
    reveal(f"failure_threshold={threshold}, timeout={timeout}: a trial took 7 seconds and failed. "
           f"It, and calls 1, {timeout - 1} and {timeout + 1} seconds after its end came to "
           f"{came}.")
    assert came == ["Down", "refused", "refused", "ok"]


@pytest.mark.criterion("one-trial")
def test_trials_again_and_again(scenarios, rng, reveal):
    """After each trial that fails there is another one, and one that succeeds ends it."""
    threshold, rounds = rng.randint(2, 3), rng.randint(2, 4)
    times = [70 + 65 * n for n in range(rounds + 1)]
    plan = opening(threshold) + [[time, 1, "Down"] for time in times[:-1]]
    plan += [[times[-1], 1, "ok"], [times[-1] + 2, 0, "ok"]]
    came = comes(scenarios, plan, failure_threshold=threshold)[threshold + 1 :]
    reveal(f"{rounds} trials failed, 65 seconds apart; the next one and the call after it would "
           f"work. They came to {came}.")
    assert came == ["Down"] * rounds + ["ok", "ok"]


@pytest.mark.criterion("cancellation")
def test_cancelled_calls(scenarios, rng, reveal):
    """Calls that are cancelled count neither as failures nor as successes."""
    threshold = rng.randint(4, 6)
    plan = failures(threshold - 1, 0) + [[20 + n, 0.5, "cancel"] for n in range(threshold)]
    plan += [[40, 0, "Down"], [41, 0, "Down"], [42, 0, "ok"]]
    told = scenarios.driven({"failure_threshold": threshold}, plan)
    came = [call["came"] for call in told]
    reveal(f"failure_threshold={threshold}: calls came to {came}. The circuit had to open with the "
           "last failure, not with a cancellation.")
    due = ["Down"] * (threshold - 1) + ["cancelled"] * threshold + ["Down"]
    assert came[: 2 * threshold] == due
    assert came[-1] == "refused"


@pytest.mark.criterion("cancellation")
@pytest.mark.parametrize("outcome", ["ok", "Down"])
def test_cancelled_trial(scenarios, rng, reveal, outcome):
    """After a trial that was cancelled, the next call is the trial."""
    seconds = rng.randint(2, 20)
    plan = [*OPENED, [70, seconds, "cancel"], [70.5 + seconds, 0, outcome], [73 + seconds, 0, "ok"]]
    told = scenarios.driven({"failure_threshold": 1}, plan)[2:]
    came = [call["came"] for call in told]
    reveal(f"A trial was cancelled after {seconds} seconds. It, the next call (which would come to "
           f"{outcome}) and the one after that came to {came}.")
    assert came == ["cancelled", outcome, "ok" if outcome == "ok" else "refused"]
    assert abs(told[0]["ended"] - 70 - seconds) < 0.1


@pytest.mark.criterion("cancellation")
def test_crowd_after_a_cancelled_trial(scenarios, rng, reveal):
    """After a trial that was cancelled, no more calls go through than before."""
    crowd = [[90, 2, "ok"]] * rng.randint(3, 6)
    came = sorted(comes(scenarios, [*OPENED, [70, 5, "cancel"], *crowd], failure_threshold=1)[3:])
    without = sorted(comes(scenarios, OPENED + crowd, failure_threshold=1)[2:])
    reveal(f"A trial was cancelled. Then {len(crowd)} calls came together, and came to {came}; "
           f"without the cancelled one before, to {without}.")
    assert came == without


@pytest.mark.criterion("stale")
@pytest.mark.parametrize("outcome", ["ok", "Down"])
def test_while_open(scenarios, rng, reveal, outcome):
    """A call from before that ends while the circuit is open changes nothing."""
    threshold, timeout = rng.randint(1, 3), rng.randint(40, 90)
    late = rng.randint(10, 30)
    plan = [*opening(threshold), [threshold + late + 1, 0, "ok"],
            [threshold + timeout - 1, 0, "ok"], [threshold + timeout + 1, 0, "ok"]]  # fmt: skip
    came, without = with_and_without(scenarios, [[0, threshold + late, outcome]], plan,
                                     failure_threshold=threshold, timeout=timeout)  # fmt: skip
    reveal(f"timeout={timeout}: a call from before came to {outcome} {late} seconds after the "
           f"circuit had opened. Calls {late + 1}, {timeout - 1} and {timeout + 1} seconds after "
           f"it had opened came to {came[-3:]}; without that call, to {without[-3:]}.")
    assert came == without


@pytest.mark.criterion("stale")
@pytest.mark.parametrize("outcome", ["ok", "Down", "cancel"])
def test_during_a_trial(scenarios, rng, reveal, outcome):
    """A call from before that ends during a trial decides nothing."""
    seconds = rng.randint(10, 30)
    plan = [*OPENED, [70, seconds, "ok"], [70 + seconds - 1, 0, "ok"], [71 + seconds, 0, "ok"]]
    came, without = with_and_without(scenarios, [[0, 70 + seconds / 2, outcome]], plan,
                                     failure_threshold=1)  # fmt: skip
    reveal(f"During a trial of {seconds} seconds a call from before came to {outcome}. The trial, "
           f"a call that came before its end, and one after it came to {came[2:]}; without the "
           f"call from before, to {without[2:]}.")
    assert came == without


@pytest.mark.criterion("stale")
def test_failure_after_closing(scenarios, rng, reveal):
    """A call from before that fails when the circuit is closed again does not count."""
    threshold = rng.randint(1, 3)
    stale = [[0, 79, "ok"]] + [[0, 80 + n, "Down"] for n in range(threshold)]
    plan = [*opening(threshold), [75, 0, "ok"], [90, 0, "ok"]]
    came, without = with_and_without(scenarios, stale, plan, failure_threshold=threshold)
    reveal(f"failure_threshold={threshold}: the circuit opened and closed again. Then one "
           f"call from before it had opened succeeded and {threshold} failed. The next call "
           f"came to {came[-1]}.")
    assert came == without


@pytest.mark.criterion("stale")
def test_success_after_closing(scenarios, rng, reveal):
    """A call from before that succeeds when the circuit is closed again does not count."""
    threshold = rng.randint(2, 4)
    plan = [*opening(threshold), [75, 0, "ok"], *failures(threshold - 1, 80), [91, 0, "Down"],
            [92, 0, "ok"]]  # fmt: skip
    came, without = with_and_without(scenarios, [[0, 90, "ok"]], plan, failure_threshold=threshold)
    reveal(f"failure_threshold={threshold}: the circuit opened and closed again. Of the next "
           f"{threshold} calls all failed; in between a call from before it had opened succeeded. "
           f"The call after that came to {came[-1]}, without it to {without[-1]}.")
    assert came == without
