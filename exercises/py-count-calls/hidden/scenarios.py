"""Drives `CountCalls` and reports results, printed lines and counts. It judges nothing."""

import builtins
import contextlib
import gc
import inspect
import io
import threading
import weakref

import count_calls as submission
from grader_box.threads import explore

gc.freeze()  # what exists by now is no garbage: the collections below look at ours alone
SOMEWHERE = ("count", "func", "_count", "_func", "function", "fn", "f", "wrapped", "_wrapped",
             "calls", "_calls", "lock", "_lock", "counter", "_counter", "callback", "name")


class Printed(io.StringIO):
    """Stands in for standard output. Its `write` is C code: the search does not halt in it."""

    def lines(self):
        """What was printed since somebody last asked."""
        printed = self.getvalue().splitlines()
        self.seek(0)
        self.truncate()
        return printed


def printing():
    """A context in which standard output is caught."""
    return contextlib.redirect_stdout(Printed())


def observed(plan, call, count):
    """Makes each call of `plan`: its result, what it printed, and the count after it."""
    seen = []
    with printing() as out:
        for step in plan:
            result = call(*step)
            seen.append([result, out.lines(), count(*step)])
    return seen


def calls(plan):
    """Calls a function with each pair of a list and a dict. Also the count before that."""
    ran = []

    @submission.CountCalls
    def order(*args, **kwargs):
        ran.append(1)
        return [list(args), kwargs]

    first = order.count
    seen = observed(plan, lambda args, kwargs: order(*args, **kwargs), lambda *_: order.count)
    return [first, seen, len(ran)]


def failing(error, messages):
    """A function that raises the built-in `error`: what came out, printed lines, the count."""

    @submission.CountCalls
    def refuse(message):
        raise getattr(builtins, error)(message)

    def call(message):
        try:
            refuse(message)
        except Exception as raised:
            return [type(raised).__name__, list(raised.args)]
        return None

    return observed([[text] for text in messages], call, lambda _: refuse.count)


def printed_around(words):
    """All lines, where the function itself prints each word that it is given."""

    @submission.CountCalls
    def say(word):
        print(word)

    seen = observed([[word] for word in words], say, lambda _: None)
    return [line for _, lines, _ in seen for line in lines]


def idle():
    """A new function that does nothing, decorated."""

    @submission.CountCalls
    def order():
        return None

    return order


def namesakes(turns):
    """Two functions of one name; each turn calls one of them. Both counts after each turn."""
    both = [idle(), idle()]
    return [seen[2] for seen in observed([[turn] for turn in turns], lambda turn: both[turn](),
                                         lambda _: [each.count for each in both])]


def described(mark):
    """The looks of a function and of the same one decorated."""

    def rate(currency: str, *, day: int = 1) -> float:
        """How many euros one unit of `currency` is worth."""
        return 1.0

    rate.owner = mark
    decorated = submission.CountCalls(rate)
    looks = [[f.__name__, f.__qualname__, f.__module__, f.__doc__, str(inspect.signature(f)),
              f.owner] for f in (rate, decorated)]
    return [*looks, id(rate), id(decorated.__wrapped__)]


class Till:
    """What methods are tried on."""

    def __init__(self, total):
        self.total = total


class Twin(Till):
    """Equal to all of its kind, and so not hashable."""

    def __eq__(self, other):
        return isinstance(other, Twin)


def till_class(decorate=submission.CountCalls, base=Till):
    """A new class, whose count starts at 0."""

    class CountedTill(base):
        @decorate
        def add(self, amount, *, pieces=1):
            self.total += amount * pieces
            return self.total

    return CountedTill


def methods(totals, plan):
    """Calls on objects; `plan` holds object, amount, pieces."""
    cls = till_class()
    tills = [cls(total) for total in totals]
    first = [till.add.count for till in tills]
    seen = observed(plan, lambda at, amount, pieces: tills[at].add(amount, pieces=pieces),
                    lambda at, *_: tills[at].add.count)
    return [first, seen]


def through_class(totals, plan):
    """Calls through the class: `Class.add.count` at first, and after each call."""
    cls = till_class()
    tills = [cls(total) for total in totals]
    first = cls.add.count
    seen = observed(plan, lambda at, amount: cls.add(tills[at], amount), lambda *_: cls.add.count)
    return [first, [[result, len(lines), count] for result, lines, count in seen]]


def inherited(total, plan):
    """Results on an object of a subclass, by its own method with `super()` or the inherited one."""
    base = till_class()

    class Double(base):
        def add(self, amount, *, pieces=1):
            return super().add(2 * amount, pieces=pieces)

    kinds = {"plain": type("Plain", (base,), {})(total), "double": Double(total)}
    return [row[0] for row in observed(plan, lambda kind, amount: kinds[kind].add(amount),
                                       lambda *_: None)]


def kept_bound(totals, plan):
    """Bound methods are taken first and called afterwards: the results."""
    cls = till_class()
    tills = [cls(total) for total in totals]
    bound = [till.add for till in tills]
    return [row[0] for row in observed(plan, lambda at, amount: bound[at](amount),
                                       lambda *_: None)]


def equal_objects(totals, turns):
    """Objects that are all equal and not hashable: result, lines and count of each turn."""
    cls = till_class(base=Twin)
    twins = [cls(total) for total in totals]
    return observed([[at] for at in turns], lambda at: twins[at].add(1),
                    lambda at: twins[at].add.count)


def short_lived(total, totals):
    """Calls on an object that stays, in turn with one on each of others that do not.

    Each of these is gone before the next one takes its place in memory.
    """
    cls, address, seen = till_class(), None, []
    stays = cls(total)
    for fresh in totals:
        held = [cls(fresh)]
        while address not in (None, id(held[-1])) and len(held) < 3000:
            held.append(cls(fresh))
        seen += observed([[stays], [held[-1]]], lambda till: till.add(1),
                         lambda till: till.add.count)
        address = id(held[-1])
        del held[:]
        gc.collect()
    return seen


def left_alive(totals):
    """The totals of the objects that live although nobody here holds them any more."""
    cls = till_class()
    watched = weakref.WeakSet()
    with printing():
        for till in map(cls, totals):
            watched.add(till)
            till.add(0)
            cls.add(till, 0)
        del till
    gc.collect()
    return sorted(till.total for till in watched)


def twice(early, late):
    """A counter on a counter: the inner one is called `early` times before, the outer one `late`.

    Counts of both before and after, computations, and the lines of each outer call.
    """
    ran = []

    @submission.CountCalls
    def order(number):
        ran.append(number)
        return number

    inner = order
    with printing() as out:
        for number in range(early):
            inner(number)
        outer = submission.CountCalls(inner)
        before = [inner.count, outer.count]
        out.lines()
        seen = [[outer(number), out.lines()] for number in range(late)]
    return [before, seen, [inner.count, outer.count], len(ran)]


def twice_on_method(total, amounts):
    """A counter on a counter on a method: results, number of lines, and the outer count."""
    till = till_class(lambda method: submission.CountCalls(submission.CountCalls(method)))(total)
    return [[result, len(lines), count]
            for result, lines, count in observed([[amount] for amount in amounts], till.add,
                                                 lambda _: till.add.count)]


def with_attributes(mark, numbers):
    """A function that brings attributes along: the first count, results, lines, counts."""

    def order(number):
        return [number]

    for name in SOMEWHERE:
        setattr(order, name, mark)
    decorated = submission.CountCalls(order)
    first = decorated.count
    return [first, observed([[number] for number in numbers], decorated,
                            lambda _: decorated.count)]


def static_and_class(marks):
    """`@staticmethod` and `@classmethod` on top, called through class and object in turn."""

    class Shop:
        name = "shop"

        @staticmethod
        @submission.CountCalls
        def static(mark):
            return mark

        @classmethod
        @submission.CountCalls
        def bound(cls, mark):
            return [cls.__dict__.get("name"), mark]

    shop = Shop()
    seen = []
    for name in ("static", "bound"):
        plan = [[(Shop, shop)[place % 2], mark] for place, mark in enumerate(marks)]
        seen.append(observed(plan, lambda owner, mark, name=name: getattr(owner, name)(mark),
                             lambda *_, name=name: [getattr(Shop, name).count,
                                                    getattr(shop, name).count]))
    return seen


def factorial(number):
    """A function that calls itself: the result, what was printed, and the count."""

    @submission.CountCalls
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)

    with printing() as out:
        result = fact(number)
        return [result, out.lines(), fact.count]


def meanwhile(slow, quick):
    """While the call with `slow` runs another thread calls with `quick`; results as they come.

    The call with `slow` ends only when that other call has returned.
    """
    results = []

    @submission.CountCalls
    def order(argument):
        if argument == slow:
            helper = threading.Thread(target=lambda: results.append(order(quick)))
            helper.start()
            helper.join()
        return argument

    with printing():
        results.append(order(slow))
    return [results, order.count]


def race(kind, blame=None):
    """All interleavings of two threads that call once each.

    `kind` is "function" or "method": then both call on one object, which is new. A state is what
    was printed, sorted, and the count of a function at the end; None for a method.
    """

    def setup():
        out.lines()
        if kind == "method":
            class Station(Till):
                @submission.CountCalls
                def order(self):
                    return None

            return Station(0)
        return idle()

    def work(shared):
        if kind == "method":
            shared.order()
        else:
            shared()

    def observe(shared):
        return [sorted(line for line in out.lines() if line),
                shared.count if kind == "function" else None]

    with printing() as out:
        return explore(setup=setup, workers=[work, work], observe=observe, blame=blame)
