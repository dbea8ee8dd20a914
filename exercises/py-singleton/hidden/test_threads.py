"""Hidden tests of the singleton in threads: every interleaving of two calls."""

import pytest

from grader.oracle import interleavings

KINDS = pytest.mark.parametrize("kind", ["base", "subclass"])
WHO = {"base": "Singleton", "subclass": "a subclass of Singleton"}


def expect(explored, *wanted):
    """Every interleaving led to these observations."""
    explored.expect(lambda state: state[1:] == list(wanted))


@pytest.mark.criterion("one-object-for-threads")
@pytest.mark.prepare("threads")
@KINDS
def test_first_calls(scenarios, reveal, kind):
    """Two threads call for the first time at the same moment."""
    reveal(f"Two threads called {WHO[kind]} for the first time; then it was called once more. "
           "They did not all get the same new object.")
    expect(interleavings(scenarios.first_calls, kind), [0, 0, 0], False)


@pytest.mark.criterion("ready-when-shared")
@pytest.mark.prepare("threads")
@KINDS
def test_first_reads(scenarios, reveal, kind):
    """Two threads call for the first time and read `value` at once."""
    reveal(f"Two threads called {WHO[kind]} for the first time and read value at once. One of "
           "them did not find 0.")
    expect(interleavings(scenarios.first_reads, kind), 0, 0)


@pytest.mark.criterion("ready-when-shared")
@pytest.mark.prepare("threads")
@KINDS
def test_store_against_call(scenarios, rng, reveal, kind):
    """One thread stores a value while another one is still in its first call."""
    value = rng.randint(1, 1_000_000)
    reveal(f"Two threads called {WHO[kind]} for the first time, and thread 1 set value to {value} "
           f"on what it got. When both had ended, that object no longer held {value}.")
    expect(interleavings(scenarios.store_against_call, kind, value), value)
