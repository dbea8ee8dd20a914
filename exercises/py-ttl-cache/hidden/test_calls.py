"""Hidden tests of the cache: calls that are the same, and threads."""

import pytest

from grader.oracle import interleavings

CLOCK = pytest.mark.prepare("clock")
BOTH = pytest.mark.prepare("threads", "clock")


@CLOCK
@pytest.mark.criterion("keys")
@pytest.mark.parametrize("name", ["price", "lambda"])
def test_functions_of_one_name(scenarios, rng, reveal, name):
    """Two functions of the same name never share a result."""
    arguments = rng.sample(range(1000), 2) * 2
    seen = scenarios.two_functions(name, arguments)
    reveal(f"Two functions called {name} share a cache and were called in turn with {arguments}. "
           f"The results were {seen}.")
    assert seen == [[["first", n], ["second", n]] for n in arguments]


@CLOCK
@pytest.mark.criterion("keys")
@pytest.mark.parametrize("kind", ["plain", "lookalike", "collider"])
def test_equal_objects(scenarios, rng, reveal, kind):
    """Arguments are the same when they are equal, however they print or hash."""
    a, b, c = rng.sample(range(1000), 3)
    numbers = [a, b, a, c, b]
    seen, computed = scenarios.answers_for_objects(kind, numbers)
    reveal(f"Objects that are equal when their numbers are ({kind}): numbers {numbers} gave "
           f"{seen}, {computed} of them computed.")
    assert (seen, computed) == (numbers, 3)


@CLOCK
@pytest.mark.criterion("keys")
def test_objects_that_come_and_go(scenarios, rng, reveal):
    """A new object is not taken for a dead one at the same address."""
    numbers = rng.sample(range(1000), 12)
    seen, _ = scenarios.answers_for_objects("unique", numbers)
    # Which of them share an address is the allocator's choice, so the message does not say.
    reveal(f"{len(numbers)} objects were made, passed on and dropped, one after the other. "
           "Some got the answer of an object that was gone by then.")
    assert seen == numbers


@CLOCK
@pytest.mark.criterion("keys")
def test_order_of_keywords(scenarios, rng, reveal):
    """The order in which keyword arguments are written does not matter."""
    a, b = rng.sample(range(1000), 2)
    calls = [[[], [["x", a], ["y", b]]], [[], [["y", b], ["x", a]]]]
    seen, computed = scenarios.answers(calls)
    reveal(f"f(x={a}, y={b}) and f(y={b}, x={a}): {computed} computations.")
    assert seen == [[(), {"x": a, "y": b}]] * 2
    assert computed == 1


@CLOCK
@pytest.mark.criterion("keys")
def test_calls_that_look_alike(scenarios, rng, reveal):
    """Calls with different arguments never share a result."""
    a, b = rng.sample(range(1, 1000), 2)
    calls = [
        [[a, b], []], [[b, a], []], [[(a, b)], []], [[a], [["x", b]]], [[a, ("x", b)], []],
        [[a, "x", b], []], [[], [["a", a], ["x", b]]], [[str(a), b], []], [[f"{a}, {b}"], []],
        [[("x", b)], []], [[], [["x", b]]], [["x", b], []], [[], []], [[()], []], [[None], []],
        [[], [["x", None]]], [[], [["x", str(b)]]], [[], [["y", b]]], [[frozenset([("x", b)])], []],
    ]  # fmt: skip
    rng.shuffle(calls)
    seen, computed = scenarios.answers(calls)
    due = [[tuple(args), dict(named)] for args, named in calls]
    wrong = next((n for n, answer in enumerate(seen) if answer != due[n]), None)
    reveal("Nineteen calls with different arguments were made." if wrong is None else
           f"The call with the arguments {due[wrong]} was given the result of {seen[wrong]}.")
    assert (seen, computed) == (due, len(calls))


@CLOCK
@pytest.mark.criterion("threads")
def test_others_go_on(scenarios, rng, reveal):
    """While one result is computed, another call goes on."""
    slow, quick = rng.sample(range(1000), 2)
    reveal(f"While f({slow}) was being computed in one thread, another one called f({quick}). That "
           "call did not come back.")
    assert scenarios.meanwhile(slow, quick) == [quick, slow]


def race(scenarios, reveal, story, *given):
    reveal(f"{story} In one order of their steps, a thread failed or what came out was wrong.")
    return interleavings(scenarios.race, *given)


@BOTH
@pytest.mark.criterion("threads")
def test_get_against_invalidate(scenarios, rng, reveal):
    """One thread reads an entry that another one invalidates."""
    key, value = rng.sample(range(1, 1000), 2)
    explored = race(scenarios, reveal, "One thread got an entry, another one invalidated it.",
                    [[key, value]], [[["get", key]], [["invalidate", key]]], [key])  # fmt: skip
    explored.expect(lambda state: state[0][0] in ([value], [None]) and state[1] == [None])


@BOTH
@pytest.mark.criterion("threads")
def test_two_invalidate(scenarios, rng, reveal):
    """Two threads invalidate the same entry."""
    key, value = rng.sample(range(1, 1000), 2)
    explored = race(scenarios, reveal, "Two threads invalidated the same entry.",
                    [[key, value]], [[["invalidate", key]]] * 2, [key])  # fmt: skip
    explored.expect(lambda state: state == [[[], []], [None]])


@BOTH
@pytest.mark.criterion("threads")
def test_two_find_it_expired(scenarios, rng, reveal):
    """Two threads find the same entry expired."""
    key, value = rng.sample(range(1, 1000), 2)
    explored = race(scenarios, reveal, "Two threads got an entry whose time was over.",
                    [[key, value]], [[["get", key]]] * 2, [key], 61)  # fmt: skip
    explored.expect(lambda state: state == [[[None], [None]], [None]])


@BOTH
@pytest.mark.criterion("threads")
def test_expired_against_new(scenarios, rng, reveal):
    """One thread finds an entry expired while another sets it anew."""
    key, value, fresh = rng.sample(range(1, 1000), 3)
    explored = race(scenarios, reveal, "One thread got an entry whose time was over, another one "
                    "set it anew. The new value has to be there in the end.",
                    [[key, value]], [[["get", key]], [["set", key, fresh]]], [key], 61)  # fmt: skip
    explored.expect(lambda state: state[0][0] in ([fresh], [None]) and state[1] == [fresh])


@BOTH
@pytest.mark.criterion("threads")
def test_two_set(scenarios, rng, reveal):
    """Two threads set entries while others have expired."""
    a, b, c, d = rng.sample(range(1, 1000), 4)
    explored = race(scenarios, reveal, "Two threads set an entry each, while two others had "
                    "expired.", [[a, 1], [b, 2]], [[["set", c, 3]], [["set", d, 4]]],
                    [c, d], 61)  # fmt: skip
    explored.expect(lambda state: state == [[[], []], [3, 4]])


@BOTH
@pytest.mark.criterion("threads")
def test_two_calls(scenarios, rng, reveal):
    """Two threads call a decorated function."""
    a, b = rng.sample(range(1, 1000), 2)
    reveal(f"Two threads called a function that doubles, one with {a}, one with {a} and {b}.")
    explored = interleavings(scenarios.race_of_calls, [[a], [a, b]])
    explored.expect(lambda state: state == [[2 * a], [2 * a, 2 * b]])
