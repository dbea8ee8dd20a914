"""A few examples of what the load balancer promises. The hidden tests go further."""

from load_balancer import LoadBalancer, Server


def test_servers_take_turns():
    balancer = LoadBalancer([Server("a"), Server("b")])
    answers = [balancer.round_robin("same page") for _ in range(3)]
    assert answers == [
        "Server a handled request: same page",
        "Server b handled request: same page",
        "Server a handled request: same page",
    ]


def test_a_full_server_is_passed_over():
    full, free = Server("full", capacity=0), Server("free")
    balancer = LoadBalancer([full, free])
    assert balancer.round_robin(1) == "Server free handled request: 1"
    assert balancer.round_robin(2) == "Server free handled request: 2"


def test_no_free_place_anywhere():
    server = Server("a", capacity=1)
    balancer = LoadBalancer([server])
    balancer.round_robin(1)
    assert balancer.round_robin(2) == "All servers overloaded"
    server.finish_request()
    assert balancer.round_robin(3) == "Server a handled request: 3"


def test_no_servers():
    assert LoadBalancer([]).round_robin(1) == "All servers overloaded"
