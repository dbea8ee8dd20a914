"""Hidden tests of the load balancer: requests that come at the same moment."""

import pytest

from grader.oracle import interleavings


def handled(name, request):
    """The answer of a server that takes a request."""
    return f"Server {name} handled request: {request}"


def as_in_turn(explored, in_turn):
    """The threads' requests came to what they come to one after the other."""
    wanted = [in_turn[name] for name in ("now", "later", "loads")]
    explored.expect(lambda state: [state[name] for name in ("now", "later", "loads")] == wanted)


@pytest.mark.criterion("turns")
@pytest.mark.prepare("threads")
def test_two_requests_at_once(scenarios, reveal):
    """Two requests at the same moment go to two servers, and the turn goes on after them."""
    reveal("Three free servers a, b, c. Two threads sent a request at the same moment, then three "
           "more requests came: they have to take turns as if all had come one after the other.")
    in_turn = scenarios.requests_in_turn([9, 9, 9], 2, 3)
    explored = interleavings(scenarios.requests_at_once, [9, 9, 9], 2, 3)
    as_in_turn(explored, in_turn)


@pytest.mark.criterion("turns")
@pytest.mark.prepare("threads")
def test_two_requests_and_one_full_server(scenarios, reveal):
    """Two requests at the same moment both find the server that has free places."""
    reveal("Server a was full, b had free places. Two threads sent a request at the same moment: "
           "they have to be answered as if they had come one after the other.")
    in_turn = scenarios.requests_in_turn([0, 9], 2)
    explored = interleavings(scenarios.requests_at_once, [0, 9], 2)
    as_in_turn(explored, in_turn)


@pytest.mark.criterion("places")
@pytest.mark.prepare("threads")
def test_the_last_place(scenarios, reveal):
    """Two threads want the last place of a server: one gets it."""
    reveal("A server with one place. Two threads called handle_request at the same moment: one "
           "request has to be handled, the other is told of the overload, and the load is 1.")
    explored = interleavings(scenarios.places_at_once, 1, 0, ["direct", "direct"])
    explored.expect(lambda state: state["loads"] == [1] and state["now"] == [
        handled("a", "now"), "Server a is overloaded"])


@pytest.mark.criterion("places")
@pytest.mark.prepare("threads")
@pytest.mark.parametrize(
    ("load", "actions", "left"),
    [
        (2, ["balancer", "finish"], 2),
        (2, ["direct", "finish"], 2),
        (2, ["finish", "finish"], 0),
        (1, ["finish", "finish"], 0),
        (1, ["direct", "direct"], 3),
    ],
    ids=["come-and-go", "direct-and-go", "two-go", "one-goes-twice", "two-come"],
)
def test_loads_are_exact(scenarios, reveal, load, actions, left):
    """Whatever comes and goes at the same moment, the load is exact at the end."""
    words = {"balancer": "a request through a balancer", "direct": "a request",
             "finish": "finish_request"}
    reveal(f"A server with five places and a load of {load}. Two threads at the same moment: "
           f"{words[actions[0]]} and {words[actions[1]]}. The load has to be {left} at the end.")
    explored = interleavings(scenarios.places_at_once, 5, load, actions)
    explored.expect(lambda state: state["loads"] == [left])
