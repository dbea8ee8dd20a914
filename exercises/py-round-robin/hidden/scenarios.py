"""Drives servers and balancers where it must happen beside them. It judges nothing."""

import random

import load_balancer as submission
from grader_box.threads import explore, fresh


def make(capacities, module=submission):
    """Servers named a, b, c… with these capacities, and a balancer over them."""
    servers = [
        module.Server(name, capacity)
        for name, capacity in zip("abcdefgh", capacities, strict=False)
    ]
    return servers, module.LoadBalancer(list(servers))


class Ticket:
    """A request without a hash and without a truth value."""

    __hash__ = None

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        raise TypeError("tickets cannot be compared")

    def __bool__(self):
        raise TypeError("a ticket is neither true nor false")

    def __str__(self):
        return f"ticket {self.number}"


def tickets(count):
    """The answers to so many tickets over two servers."""
    _, balancer = make([100, 100])
    return [balancer.round_robin(Ticket(number)) for number in range(count)]


def first_answer(count, request):
    """The answer to the very first request, over so many servers and with a fresh module."""
    _, balancer = make([100] * count, fresh("load_balancer"))
    return balancer.round_robin(request)


def change_list_later(change, requests):
    """Answers after the caller has changed the list that two servers were handed in with."""
    servers = [submission.Server("a"), submission.Server("b")]
    balancer = submission.LoadBalancer(servers)
    if change == "clear":
        servers.clear()
    else:
        servers.append(submission.Server("c"))
    return [balancer.round_robin(request) for request in requests]


def list_afterwards(count, requests):
    """The ids in the caller's own list after so many requests."""
    servers, _ = make([100] * count)
    balancer = submission.LoadBalancer(servers)
    for request in range(requests):
        balancer.round_robin(request)
    return [server.server_id for server in servers]


class Shop:
    """A balancer, its servers, and what each thread was answered."""

    def __init__(self, capacities, loads, threads):
        random.seed(1)  # every replay of a schedule must see the same numbers
        self.servers, self.balancer = make(capacities, fresh("load_balancer"))
        self.answers = [None] * threads
        self.last = None
        for server, load in zip(self.servers, loads, strict=True):
            for _ in range(load):
                server.handle_request("earlier")

    def state(self, afterwards=0):
        """The threads' answers, sorted; the answers afterwards; the loads; who ended last."""
        later = [self.balancer.round_robin("later") for _ in range(afterwards)]
        loads = [server.current_load for server in self.servers]
        now = sorted(answer for answer in self.answers if answer is not None)
        return {"now": now, "later": later, "loads": loads, "last": self.last}


def requests_at_once(capacities, threads, afterwards=0, blame=None):
    """All interleavings of one request for each thread, and some requests after them.

    A state is the threads' answers, sorted, the answers afterwards, the loads, and which
    thread was the last to end.
    """

    def thread(index):
        def ask(shop):
            shop.answers[index] = shop.balancer.round_robin("now")
            shop.last = index

        return ask

    return explore(
        setup=lambda: Shop(capacities, [0] * len(capacities), threads),
        workers=[thread(index) for index in range(threads)],
        observe=lambda shop: shop.state(afterwards),
        blame=blame,
    )


def requests_in_turn(capacities, threads, afterwards=0):
    """The state when the threads of `requests_at_once` come one after the other."""
    shop = Shop(capacities, [0] * len(capacities), threads)
    shop.answers = [shop.balancer.round_robin("now") for _ in range(threads)]
    return shop.state(afterwards)


def places_at_once(capacity, load, actions, blame=None):
    """All interleavings of threads that use one server with `load` of its places taken.

    Each action is a request "direct" or through the "balancer", or a "finish". The states
    are those of `requests_at_once`.
    """

    def thread(index):
        def use(shop):
            if actions[index] == "balancer":
                shop.answers[index] = shop.balancer.round_robin("now")
            elif actions[index] == "direct":
                shop.answers[index] = shop.servers[0].handle_request("now")
            else:
                shop.servers[0].finish_request()
            shop.last = index

        return use

    return explore(
        setup=lambda: Shop([capacity], [load], len(actions)),
        workers=[thread(index) for index in range(len(actions))],
        observe=lambda shop: shop.state(),
        blame=blame,
    )
