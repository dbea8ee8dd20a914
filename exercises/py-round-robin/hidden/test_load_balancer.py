"""Hidden tests of the load balancer, one request at a time."""

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


@pytest.mark.criterion("importable")
def test_importable(solution):
    """`load_balancer.py` can be imported and has `Server` and `LoadBalancer`."""
    assert fetch(solution.Server) is not None
    assert fetch(solution.LoadBalancer) is not None


# rotation: all servers have free places; who is the first does not matter here


def check_turns(balancer, ids, requests):
    """The requests go round in the order of `ids`, wherever they begin; returns the answers."""
    answers = [balancer.round_robin(request) for request in requests]
    start = next(index for index, name in enumerate(ids)
                 if answers[0] == handled(name, requests[0]))
    assert answers == [handled(ids[(start + turn) % len(ids)], request)
                       for turn, request in enumerate(requests)]


@pytest.mark.criterion("rotation")
def test_servers_take_turns(solution, rng, reveal):
    """Requests go to the servers in the order of the list, over and over."""
    for count in (1, rng.randint(2, 4), rng.randint(5, 7)):
        ids = names(rng, count)
        _, balancer = make(solution, ids, [100] * count)
        requests = [rng.randint(1, 10**6) for _ in range(3 * count + 1)]
        reveal(f"The servers {', '.join(ids)}, all free, and {len(requests)} different requests: "
               "they did not go round in the order of the list.")
        check_turns(balancer, ids, requests)


@pytest.mark.criterion("rotation")
def test_equal_requests_take_turns(solution, rng, reveal):
    """Equal requests are spread over the servers like any others."""
    count = rng.randint(3, 6)
    ids, request = names(rng, count), rng.choice(["front page", "/tickets/7", "7"])
    servers, balancer = make(solution, ids, [100] * count)
    answers = [balancer.round_robin(request) for _ in range(4 * count)]
    loads = [fetch(server.current_load) for server in servers]
    reveal(f"{count} free servers were sent {request!r} {4 * count} times. Their loads after that: "
           f"{loads}.")
    assert sorted(answers[:count]) == sorted(handled(name, request) for name in ids)
    assert loads == [4] * count


@pytest.mark.criterion("rotation")
def test_regular_requests_take_turns(solution, rng, reveal):
    """Requests with numbers at regular intervals are spread over the servers."""
    count = rng.randint(2, 6)
    ids, start = names(rng, count), rng.randint(1, 1000)
    _, balancer = make(solution, ids, [100] * count)
    requests = [start + count * step for step in range(3 * count)]
    reveal(f"{count} free servers were sent the requests {requests[0]}, {requests[1]}, "
           f"{requests[2]}, …: they did not go round in the order of the list.")
    check_turns(balancer, ids, requests)


@pytest.mark.criterion("rotation")
def test_each_balancer_has_its_own_turn(solution, rng, reveal):
    """Two balancers over the same servers do not disturb each other's turns."""
    ids = names(rng, 3)
    servers, first = make(solution, ids, [100] * 3)
    second = solution.LoadBalancer(servers)
    answers = [[balancer.round_robin(turn) for balancer in (first, second)] for turn in range(1, 8)]
    reveal("Two balancers over the same three servers were asked one after the other, seven times: "
           f"each has to go round by itself. The answers were {answers}.")
    start = next(index for index, name in enumerate(ids) if answers[0][0] == handled(name, 1))
    assert answers == [[handled(ids[(start + turn) % 3], turn + 1)] * 2 for turn in range(7)]


# any request: whoever takes it


def check_taken(solution, rng, requests):
    """Each request takes one place at one of three servers."""
    ids = names(rng, 3)
    servers, balancer = make(solution, ids, [100] * 3)
    for number, request in enumerate(requests, start=1):
        assert balancer.round_robin(request) in [handled(name, request) for name in ids]
        assert sum(fetch(server.current_load) for server in servers) == number


@pytest.mark.criterion("any-request")
def test_requests_without_a_hash(solution, scenarios, rng, reveal):
    """Dictionaries, lists and other objects without a hash are requests like any other."""
    number = rng.randint(1, 1000)
    reveal(f"The requests were {{'seat': {number}}}, [{number}, 'x'] and the like, which have no "
           "hash.")
    check_taken(solution, rng, [{"seat": number}, [number, "x"], [], {}, (number, [number])])
    reveal("The requests were objects that can be printed, but neither hashed nor compared.")
    answers = scenarios.tickets(4)
    assert all(answer in (handled("a", f"ticket {turn}"), handled("b", f"ticket {turn}"))
               for turn, answer in enumerate(answers))
    assert len(answers) == 4


@pytest.mark.criterion("any-request")
def test_false_requests(solution, rng, reveal):
    """`None`, 0 and empty text are requests like any other."""
    reveal("The requests were None, 0, False, an empty text and an empty tuple.")
    check_taken(solution, rng, [None, 0, False, "", ()])


@pytest.mark.criterion("any-request")
def test_requests_that_speak_of_overload(solution, rng, reveal):
    """A request that says "overloaded" is taken once, like any other."""
    ids = names(rng, 3)
    servers, balancer = make(solution, ids, [100] * 3)
    texts = ["overloaded", "is overloaded", f"Server {ids[0]} is overloaded", REFUSED,
             f"why is Server {ids[1]} is overloaded"]
    for number, text in enumerate(rng.sample(texts, len(texts)), start=1):
        answer = balancer.round_robin(text)
        loads = [fetch(server.current_load) for server in servers]
        reveal(f"The servers were all free. The request {text!r} was answered {answer!r}, and "
               f"after {number} requests the loads were {loads}.")
        assert answer in [handled(name, text) for name in ids]
        assert sum(loads) == number


# edges


@pytest.mark.criterion("edges")
def test_the_first_is_first(scenarios, rng, reveal):
    """The first request of a balancer goes to the first server."""
    for count in range(2, 9):
        request = 2 * count * rng.randint(1, 10**6) + 1
        answer = scenarios.first_answer(count, request)
        reveal(f"The servers were {', '.join('abcdefgh'[:count])}, all free. The first request was "
               f"answered {answer!r}.")
        assert answer == handled("a", request)


@pytest.mark.criterion("edges")
def test_no_servers(solution, reveal):
    """Without servers every request is refused."""
    reveal(f"LoadBalancer([]).round_robin(…) has to return {REFUSED!r}.")
    balancer = solution.LoadBalancer([])
    assert [balancer.round_robin(request) for request in ("a", 1)] == [REFUSED, REFUSED]


@pytest.mark.criterion("edges")
@pytest.mark.parametrize("change", ["clear", "append"])
def test_the_list_changes_later(scenarios, rng, reveal, change):
    """A balancer is not disturbed when the caller changes the list later."""
    requests = list(range(1, rng.randint(6, 9)))
    reveal(f"A balancer over the servers a and b was made, then the caller's list was changed by "
           f"{change}(). Later requests have to be handled by a and b all the same.")
    answers = scenarios.change_list_later(change, requests)
    assert len(answers) == len(requests)
    assert all(answer in (handled("a", request), handled("b", request))
               for answer, request in zip(answers, requests, strict=True))


@pytest.mark.criterion("edges")
def test_the_list_stays_as_it_is(scenarios, rng, reveal):
    """The balancer does not change the list that it was handed."""
    count = rng.randint(2, 5)
    after = scenarios.list_afterwards(count, rng.randint(1, count - 1))
    reveal(f"The caller's list of servers was {list('abcdefgh'[:count])}; after some requests it "
           f"was {after}.")
    assert after == list("abcdefgh"[:count])


# places: a server by itself


@pytest.mark.criterion("places")
def test_a_server_counts_its_places(solution, rng, reveal):
    """A server takes as many requests as it has places, and gives places back one by one."""
    name, capacity = names(rng, 1)[0], rng.randint(1, 5)
    server = solution.Server(name, capacity)
    reveal(f"A server with {capacity} places was given {capacity + 2} requests, then finished one.")
    answers = [server.handle_request(request) for request in range(capacity + 2)]
    assert answers == [handled(name, request) for request in range(capacity)] + [
        f"Server {name} is overloaded"] * 2
    assert fetch(server.current_load) == capacity
    server.finish_request()
    assert fetch(server.current_load) == capacity - 1
    assert server.handle_request("again") == handled(name, "again")
    assert fetch(server.capacity) == capacity
    assert fetch(server.server_id) == name


@pytest.mark.criterion("places")
def test_a_hundred_places(solution, rng, reveal):
    """A server has 100 places unless it is told otherwise."""
    server = solution.Server(names(rng, 1)[0])
    reveal("Server(server_id) was made without a capacity. It has to have 100 places.")
    assert fetch(server.capacity) == 100


@pytest.mark.criterion("places")
def test_an_idle_server_stays_idle(solution, rng, reveal):
    """Finishing on an idle server changes nothing."""
    server = solution.Server("a", 1)
    for _ in range(rng.randint(1, 3)):
        server.finish_request()
    reveal("finish_request was called on an idle server with one place. After that its load has to "
           "be 0, and it takes exactly one request.")
    assert fetch(server.current_load) == 0
    assert [server.handle_request(number) for number in (1, 2)] == [
        handled("a", 1), "Server a is overloaded"]
