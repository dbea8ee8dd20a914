"""Hidden tests of the load balancer: full servers, wherever the turn goes on after them."""

import pytest

from grader.oracle import fetch

REFUSED = "All servers overloaded"


def handled(name, request):
    """The answer of a server that takes a request."""
    return f"Server {name} handled request: {request}"


def names(rng, count):
    """So many different server ids."""
    return [f"{word}-{rng.randint(10, 99)}" for word in rng.sample(
        ["ash", "birch", "cedar", "elm", "fir", "larch", "maple", "oak", "pine", "yew"], count)]


def make(solution, ids, capacities):
    """Servers with these ids and capacities, and a balancer over them."""
    servers = [solution.Server(name, capacity)
               for name, capacity in zip(ids, capacities, strict=True)]
    return servers, solution.LoadBalancer(servers)


@pytest.mark.criterion("skip-full")
def test_full_servers_are_passed_over(solution, rng, reveal):
    """As long as there is a free place, no request is refused."""
    count = rng.randint(3, 6)
    ids = names(rng, count)
    for position, free in enumerate(ids):
        capacities = [0] * count
        capacities[position] = 50
        servers, balancer = make(solution, ids, capacities)
        for request in range(1, 2 * count + 1):
            answer = balancer.round_robin(request)
            reveal(f"Of the servers {', '.join(ids)} only {free} had free places. Request "
                   f"{request} was answered {answer!r}.")
            assert answer == handled(free, request)
        assert fetch(servers[position].current_load) == 2 * count


@pytest.mark.criterion("skip-full")
def test_no_free_place_anywhere(solution, rng, reveal):
    """When all are full a request is refused and no load changes, until a place is free."""
    count = rng.randint(1, 4)
    ids, capacities = names(rng, count), [rng.randint(1, 3) for _ in range(count)]
    servers, balancer = make(solution, ids, capacities)
    for server, capacity in zip(servers, capacities, strict=True):
        for _ in range(capacity):
            server.handle_request("direct")
    for request in range(1, count + 2):
        answer = balancer.round_robin(request)
        reveal(f"All {count} servers were full. The answer was {answer!r}; it has to be "
               f"{REFUSED!r}, and the loads have to stay as they are.")
        assert answer == REFUSED
        assert [fetch(server.current_load) for server in servers] == capacities
    chosen = rng.randrange(count)
    servers[chosen].finish_request()
    answer = balancer.round_robin("next")
    reveal(f"All {count} servers were full, then {ids[chosen]} finished a request. The next one "
           f"was answered {answer!r}.")
    assert answer == handled(ids[chosen], "next")
    assert balancer.round_robin("one more") == REFUSED


@pytest.mark.criterion("skip-full")
def test_requests_come_and_go(solution, rng, reveal):
    """In any order of requests and finishes, each request gets a place if there is one."""
    count = rng.randint(2, 5)
    ids, capacities = names(rng, count), [2] + [rng.randint(0, 3) for _ in range(count - 1)]
    servers, balancer = make(solution, ids, capacities)
    loads = [0] * count
    for request in range(1, 61):
        busy = [index for index in range(count) if loads[index]]
        if busy and rng.random() < 0.4:
            chosen = rng.choice(busy)
            servers[chosen].finish_request()
            loads[chosen] -= 1
        free = [index for index in range(count) if loads[index] < capacities[index]]
        answer = balancer.round_robin(request)
        reveal(f"Capacities {capacities}, loads {loads}: the next request was answered {answer!r}.")
        if not free:
            assert answer == REFUSED
            continue
        taken = [index for index in free if answer == handled(ids[index], request)]
        assert len(taken) == 1
        loads[taken[0]] += 1
    assert [fetch(server.current_load) for server in servers] == loads


@pytest.mark.criterion("skip-full")
def test_the_next_one_takes_over(solution, rng, reveal):
    """In place of a full server the next one in turn takes the request."""
    full = rng.randint(1, 3)
    ids = names(rng, full + 2)
    _, balancer = make(solution, ids, [50] + [0] * full + [50])
    answers = [balancer.round_robin(request) for request in ("one", "two")]
    reveal(f"Of the servers {', '.join(ids)} the first and the last had free places. Two requests "
           f"were answered {answers[0]!r} and {answers[1]!r}: each server has to take one.")
    assert sorted(answer.partition(" handled")[0] for answer in answers) == sorted(
        [f"Server {ids[0]}", f"Server {ids[-1]}"])


@pytest.mark.criterion("skip-full")
def test_the_others_go_on_taking_turns(solution, rng, reveal):
    """While some servers are full, each of the others gets its share."""
    count = rng.randint(4, 7)
    ids = names(rng, count)
    full = set(rng.sample(range(count), rng.randint(1, count - 2)))
    _, balancer = make(solution, ids, [0 if index in full else 500 for index in range(count)])
    free = {name for index, name in enumerate(ids) if index not in full}
    check_shares(balancer, free, ids, reveal)


@pytest.mark.criterion("skip-full")
def test_a_server_comes_back(solution, rng, reveal):
    """A server that has a free place again takes part again."""
    ids = names(rng, rng.randint(2, 5))
    servers, balancer = make(solution, ids, [60] * len(ids))
    back = rng.randrange(len(ids))
    for _ in range(60):
        servers[back].handle_request("direct")
    check_shares(balancer, set(ids) - {ids[back]}, ids, reveal)
    for _ in range(60):
        servers[back].finish_request()
    check_shares(balancer, set(ids), ids, reveal)


def check_shares(balancer, free, ids, reveal):
    """Each of `free` gets at least one of as many requests in a row as there are servers."""
    answers = []
    for request in range(1, 4 * len(ids) + 1):
        answers.append(balancer.round_robin(request))
        window = range(max(1, request + 1 - len(ids)), request + 1)
        takers = {name for name in ids if any(answers[past - 1] == handled(name, past)
                                              for past in window)}
        reveal(f"Of the servers {', '.join(ids)} these had free places: "
               f"{', '.join(sorted(free))}. The last {len(window)} requests in a row went to "
               f"{', '.join(sorted(takers))} only.")
        assert takers <= free
        assert len(window) < len(ids) or takers == free
