"""Drives `lru_cache` and reports what was computed, returned and kept. It judges nothing."""

import builtins
import gc
import itertools
import threading
import weakref

import lru_cache as submission
from grader_box.threads import explore

gc.freeze()  # what exists by now is no garbage: the collections below look at ours alone


class Value:
    """A result that can be watched: it lives exactly as long as somebody holds it."""

    def __init__(self, tag):
        self.tag = tag


def counting(function, maxsize=1000):
    """`function` decorated, and a list that grows by one with each computation."""
    count = []

    def computation(*args, **kwargs):
        count.append(1)
        return function(*args, **kwargs)

    return submission.lru_cache(maxsize=maxsize)(computation), count


def computed(maxsize, arguments):
    """The arguments that were computed, in order, when called with each of `arguments`."""
    log = []

    @submission.lru_cache(maxsize=maxsize)
    def function(argument):
        log.append(argument)
        return argument

    for argument in arguments:
        function(argument)
    return log


def held_after_each(maxsize, arguments):
    """For each call the arguments whose results are still held after it, sorted."""
    watched = weakref.WeakSet()

    def function(argument):
        value = Value(argument)
        watched.add(value)
        return value

    size = {} if maxsize == "default" else {"maxsize": maxsize}
    cached = submission.lru_cache(**size)(function)
    history = []
    for argument in arguments:
        cached(argument)
        history.append(_held(watched))
    return history


def _held(watched):
    """The tags of the values that live; reference cycles that nobody holds do not count."""
    gc.collect()
    return sorted(value.tag for value in watched)


def same_object(argument):
    """The identities of the results of two equal calls."""
    cached, _ = counting(Value)
    first, second = cached(argument), cached(argument)
    return [id(first), id(second)]


def answers(calls):
    """Calls a function of any arguments; its result is what it was given.

    `calls` holds pairs of a list and a dict. Returns the results and how many were computed.
    """
    cached, count = counting(lambda *args, **kwargs: [args, dict(sorted(kwargs.items()))])
    return [[cached(*args, **kwargs) for args, kwargs in calls], len(count)]


class Plain:
    """Equality by number; the default repr shows only an address."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Plain) and self.number == other.number

    def __hash__(self):
        return hash(self.number)


class Lookalike(Plain):
    """Equality by number, and every instance prints the same."""

    def __repr__(self):
        return "Lookalike()"


class Collider(Plain):
    """Equality by number, and every instance has the same hash."""

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
    cached, count = counting(lambda wrapped: wrapped.number)
    return [[cached(KINDS[kind](number)) for number in numbers], len(count)]


def constant(result, times):
    """Calls a function that always returns `result`: the results, and how many computations."""
    cached, count = counting(lambda: result)
    return [[cached() for _ in range(times)], len(count)]


def failing(error, failures, result, times):
    """Calls a function whose first `failures` computations raise the built-in `error`.

    Returns for each call its result or the name of what it raised, and how many computations.
    """

    def function(_):
        if len(count) <= failures:
            raise getattr(builtins, error)("no price today")
        return result

    cached, count = counting(function)
    seen = []
    for _ in range(times):
        try:
            seen.append(cached(1))
        except Exception as raised:
            seen.append(type(raised).__name__)
    return [seen, len(count)]


def described(maxsize):
    """Name and docstring of a decorated function."""

    @submission.lru_cache(maxsize=maxsize)
    def exchange_rate(currency):
        """How many euros one unit of `currency` is worth."""
        return currency

    return [exchange_rate.__name__, exchange_rate.__doc__]


def two_functions(arguments):
    """Two functions of one name under one decorator, called in turn with each argument."""
    decorate = submission.lru_cache(maxsize=100)

    def make(label):
        @decorate
        def function(argument):
            return [label, argument]

        return function

    first, second = make("first"), make("second")
    return [[first(argument), second(argument)] for argument in arguments]


def methods(prices, amounts):
    """A cached method on one object for each of `prices`: results by object, and computations."""
    log = []

    class Product:
        def __init__(self, price):
            self.price = price

        @submission.lru_cache(maxsize=1000)
        def total(self, amount, *, pieces=1):
            log.append([self.price, amount])
            return self.price * amount * pieces

    products = [Product(price) for price in prices]
    results = [[product.total(amount, pieces=2) for amount in amounts] for product in products]
    again = [[product.total(amount, pieces=2) for amount in amounts] for product in products]
    return [results, again, len(log)]


def fibonacci(maxsize, number):
    """The Fibonacci number, by a decorated function that calls itself."""

    @submission.lru_cache(maxsize=maxsize)
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    return fib(number)


def call_meanwhile(slow, quick):
    """While `slow` is being computed another thread asks for `quick`; both results.

    The computation of `slow` ends only when that other call has returned.
    """
    results = []

    @submission.lru_cache(maxsize=4)
    def function(argument):
        if argument == slow:
            helper = threading.Thread(target=lambda: results.append(function(quick)))
            helper.start()
            helper.join()
        return argument

    results.append(function(slow))
    return results


def race(maxsize, warm, plans, blame=None):
    """All interleavings of one thread for each of `plans`, a list of arguments to call with.

    The cache is warmed up with the arguments `warm`. A state is what each thread got, the
    arguments whose results are still held, and which thread was the last to end.
    """

    def racer(index):
        return lambda racers: racers.run(index)

    return explore(
        setup=lambda: Racers(maxsize, warm, plans),
        workers=[racer(index) for index in range(len(plans))],
        observe=lambda racers: {"got": racers.got, "held": racers.held(), "last": racers.last},
        blame=blame,
    )


def in_turn(maxsize, warm, plans):
    """What is held at the end when the threads of `race` run one after the other.

    One list of arguments for each order of the threads.
    """
    held = []
    for order in itertools.permutations(range(len(plans))):
        racers = Racers(maxsize, warm, plans)
        for index in order:
            racers.run(index)
        held.append(racers.held())
    return held


class Racers:
    """A cached function and what each thread got.

    Threads share nothing of ours but `last`: each clash that the search sees costs interleavings.
    """

    def __init__(self, maxsize, warm, plans):
        self._plans = plans
        self._watched = watched = weakref.WeakSet()
        self.last = None
        self.got = [[] for _ in plans]

        @submission.lru_cache(maxsize=maxsize)
        def function(argument):
            value = Value(argument)
            watched.add(value)
            return value

        self._function = function
        for argument in warm:
            function(argument)

    def run(self, index):
        for argument in self._plans[index]:
            self.got[index].append(self._function(argument).tag)
        self.last = index

    def held(self):
        return _held(self._watched)
