"""Drives the cache in virtual time and reports what was kept, computed and held. Judges nothing."""

import gc
import threading
import weakref

import cache as submission
from grader_box import clock
from grader_box.threads import explore

gc.freeze()  # what exists by now is no garbage: the collections below look at ours alone


class Value:
    """A value that can be watched: it lives exactly as long as somebody holds it."""

    def __init__(self, tag):
        self.tag = tag


def new(ttl):
    """A cache, with the default time to live for None."""
    return submission.Cache() if ttl is None else submission.Cache(ttl=ttl)


def driven(ttl, steps):
    """Does each step on one cache and returns what the gets gave.

    Steps: ["set", key, value], ["get", key], ["get", key, default], ["invalidate", key],
    ["wait", seconds], ["clock", seconds]: the wall clock is set forward.
    """
    cache = new(ttl)
    seen = []
    for step, *given in steps:
        if step == "get":
            seen.append(cache.get(*given))
        elif step == "wait":
            clock.advance(*given)
        elif step == "clock":
            clock.set_wall_clock_back(-given[0])
        else:
            getattr(cache, step)(*given)
    return seen


def same_object():
    """Whether two gets give the very object that was set."""
    cache, value = new(60), Value(1)
    cache.set("k", value)
    return [id(cache.get("k")) == id(value), id(cache.get("k")) == id(value)]


def held(ttl, steps):
    """Tags of the values that live after each step: set, wait, or invalidate."""
    cache = new(ttl)
    watched = weakref.WeakSet()
    history = []
    for step, *given in steps:
        if step == "set":
            value = Value(given[1])
            watched.add(value)
            cache.set(given[0], value)
            del value
        elif step == "wait":
            clock.advance(*given)
        else:
            getattr(cache, step)(*given)
        gc.collect()
        history.append(sorted(value.tag for value in watched))
    return history


def counting(function, ttl=60):
    """`function` under `cached`, and a list that grows by one with each computation."""
    count = []

    def computation(*args, **kwargs):
        count.append(1)
        return function(*args, **kwargs)

    return submission.cached(new(ttl))(computation), count


def results(value, calls, wait=0):
    """Calls a function that always gives `value`; the results, and how many were computed."""
    function, count = counting(lambda: value)
    seen = []
    for _ in range(calls):
        seen.append(function())
        clock.advance(wait)
    return [seen, len(count)]


def answers(calls):
    """Calls a function that gives back what it was given; and how many were computed.

    `calls` holds pairs of positional arguments and pairs of keyword and value, in their order.
    """
    function, count = counting(lambda *args, **kwargs: [args, dict(sorted(kwargs.items()))])
    return [[function(*args, **dict(named)) for args, named in calls], len(count)]


def two_functions(name, arguments):
    """Two functions of one name on one cache, called in turn."""
    cache = new(60)

    def make(label):
        def function(argument):
            return [label, argument]

        if name != "lambda":
            function.__name__ = function.__qualname__ = name
            return submission.cached(cache)(function)
        return submission.cached(cache)(lambda argument: [label, argument])

    first, second = make("first"), make("second")
    return [[first(argument), second(argument)] for argument in arguments]


class Plain:
    """Equality by number; the default repr shows only an address."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Plain) and self.number == other.number

    def __hash__(self):
        return hash(self.number)


class Lookalike(Plain):
    """Every instance prints the same."""

    def __repr__(self):
        return "Lookalike()"


class Collider(Plain):
    """Every instance has the same hash."""

    def __repr__(self):
        return f"Collider({self.number})"

    def __hash__(self):
        return 7


class Unique:
    """No two instances are equal; a new one may live at a dead one's address."""

    def __init__(self, number):
        self.number = number


KINDS = {"plain": Plain, "lookalike": Lookalike, "collider": Collider, "unique": Unique}


def answers_for_objects(kind, numbers):
    """Each number wrapped in a fresh object of `kind`: the results, and how many computations."""
    function, count = counting(lambda wrapped: wrapped.number)
    return [[function(KINDS[kind](number)) for number in numbers], len(count)]


def failing(failures, value):
    """A function whose first calls raise: what each call came to, and how many computations."""

    def function():
        if len(count) <= failures:
            raise LookupError("no price today")
        return value

    cached, count = counting(function)
    seen = []
    for _ in range(failures + 2):
        try:
            seen.append(cached())
        except LookupError as error:
            seen.append(type(error).__name__)
    return [seen, len(count)]


def contract(prices, amount):
    """Name, docstring, and a method of one object for each price, called twice."""

    class Product:
        def __init__(self, price):
            self.price = price

        @submission.cached(new(60))
        def total(self, amount, *, pieces=1):
            """What it comes to."""
            log.append(self.price)
            return self.price * amount * pieces

    log = []
    products = [Product(price) for price in prices]
    seen = [product.total(amount, pieces=2) for product in products + products]
    return [[Product.total.__name__, Product.total.__doc__], seen, len(log)]


def meanwhile(slow, quick):
    """While `slow` is computed another thread asks for `quick`, which was not kept before."""
    seen = []

    @submission.cached(new(60))
    def function(argument):
        if argument == slow:
            helper = threading.Thread(target=lambda: seen.append(function(quick)))
            helper.start()
            helper.join()
        return argument

    seen.append(function(slow))
    return seen


def race(first, plans, keys, aged=0, blame=None):
    """All interleavings of one thread for each of `plans`, a list of steps as in `driven`.

    The cache (60 seconds) is set to `first`, pairs of key and value, which are `aged` seconds old
    when the threads start. A state is what each thread's gets gave, and what `keys` hold in the
    end.
    """

    def setup():
        cache = new(60)
        for key, value in first:
            cache.set(key, value)
        if aged:
            clock.advance(aged)
        return Racers(cache, plans)

    def racer(index):
        return lambda racers: racers.run(index)

    return explore(
        setup=setup,
        workers=[racer(index) for index in range(len(plans))],
        observe=lambda racers: [racers.got, [racers.cache.get(key) for key in keys]],
        blame=blame,
    )


class Racers:
    """A cache and what each thread got."""

    def __init__(self, cache, plans):
        self.cache = cache
        self.plans = plans
        self.got = [[] for _ in plans]

    def run(self, index):
        mine = []
        for step, *given in self.plans[index]:
            method = getattr(self.cache, step)
            answer = method(*given)
            if step == "get":
                mine.append(answer)
        self.got[index] = mine


def race_of_calls(plans, blame=None):
    """All interleavings of threads that each call a decorated function with their arguments."""

    def setup():
        function = submission.cached(new(60))(lambda argument: argument * 2)
        return [function, [None for _ in plans]]

    def caller(index):
        def work(state):
            function = state[0]
            mine = [function(argument) for argument in plans[index]]
            state[1][index] = mine

        return work

    return explore(
        setup=setup,
        workers=[caller(index) for index in range(len(plans))],
        observe=lambda state: state[1],
        blame=blame,
    )
