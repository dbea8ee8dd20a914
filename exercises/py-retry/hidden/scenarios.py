"""Drives `retry` in virtual time and reports calls, times and what came out. It judges nothing."""

import asyncio
import contextlib
import io
from functools import partial

import retry as submission
from grader_box import clock


class Flaky(Exception):
    """A failure that may pass."""


class Dropped(Flaky):
    """A kind of Flaky."""


class Slow(Exception):
    """Another failure that may pass."""


class Wrong(Exception):
    """A failure for good."""


KINDS = {
    kind.__name__: kind
    for kind in (Flaky, Dropped, Slow, Wrong, Exception, ValueError, TypeError, OSError,
                 KeyboardInterrupt, SystemExit, GeneratorExit, BaseException,
                 asyncio.CancelledError)
}  # fmt: skip


def decorator(options):
    """The decorator; `exceptions` given by name or names."""
    options = dict(options)
    if "exceptions" in options:
        names = options["exceptions"]
        one = isinstance(names, str)
        options["exceptions"] = KINDS[names] if one else tuple(KINDS[name] for name in names)
    return submission.retry(**options)


class Plan:
    """What each attempt does: `["raise", name]` or `["return", value]`; the last one repeats."""

    def __init__(self, steps):
        self.steps = steps
        self.times = []
        self.raised = []

    def attempt(self):
        step, argument = self.steps[min(len(self.times), len(self.steps) - 1)]
        self.times.append(clock.now())
        if step == "raise":
            error = KINDS[argument](f"attempt {len(self.times)}")
            self.raised.append(error)
            raise error
        return argument

    def told(self, began, end, came):
        """Attempts and end as seconds since the call."""
        return {"times": [time - began for time in self.times], "end": end - began, **came}

    def outcome(self, error):
        """Which attempt's exception it was, counted from 1; 0 for none of them."""
        numbers = [n for n, raised in enumerate(self.raised, 1) if raised is error]
        return {"raised": type(error).__name__, "of": numbers[0] if numbers else 0}


def called(options, steps):
    """One call of a decorated function."""
    plan = Plan(steps)
    function = decorator(options)(lambda: plan.attempt())
    began = clock.now()
    try:
        came = {"value": function()}
    except BaseException as error:
        came = plan.outcome(error)
    return plan.told(began, clock.now(), came)


def called_twice(options, steps):
    """Two calls after each other of two functions that share one decorator: attempts of each."""
    decorate = decorator(options)
    plans = [Plan(steps), Plan(steps)]
    functions = [decorate(plan.attempt) for plan in plans]
    counts = []
    for _ in range(2):
        for plan, function in zip(plans, functions, strict=True):
            plan.times.clear()
            with contextlib.suppress(Exception):
                function()
            counts.append(len(plan.times))
    return counts


def awaited(options, steps):
    """One await of a decorated coroutine function, in virtual time."""
    plan = Plan(steps)

    async def coroutine():
        await asyncio.sleep(0)
        return plan.attempt()

    return clock.run(_await(decorator(options)(coroutine), plan))


async def _await(function, plan):
    began = clock.now()
    try:
        came = {"value": await function()}
    except BaseException as error:
        came = plan.outcome(error)
    return plan.told(began, clock.now(), came)


def awaited_together(options, steps, count):
    """`count` awaits at the same time; each told."""

    async def main():
        plans = [Plan(steps) for _ in range(count)]

        @decorator(options)
        async def coroutine(plan):
            return plan.attempt()

        return await asyncio.gather(*(_await(partial(coroutine, plan), plan) for plan in plans))

    return clock.run(main())


def neighbour(options, steps, period):
    """While a decorated coroutine is awaited another task looks at the clock every `period`."""
    plan = Plan(steps)

    async def coroutine():
        return plan.attempt()

    async def main():
        ticks = []

        async def ticking():
            while True:
                ticks.append(clock.now())
                await asyncio.sleep(period)

        task = asyncio.create_task(ticking())
        await asyncio.sleep(0)
        told = await _await(decorator(options)(coroutine), plan)
        task.cancel()
        return [told["end"], [tick - ticks[0] for tick in ticks]]

    return clock.run(main())


def cancelled(options, when, work):
    """Cancels a task `when` seconds after it began; each attempt works so long and then fails.

    Returns how it ended, how many attempts began, and after how many seconds.
    """
    starts = []

    async def coroutine():
        starts.append(clock.now())
        await asyncio.sleep(work)
        raise Flaky

    async def main():
        began = clock.now()
        task = asyncio.create_task(_plain(decorator(options)(coroutine)))
        await asyncio.sleep(when)
        task.cancel()
        await asyncio.wait([task])
        ended = "cancelled" if task.cancelled() else "ended"
        return [ended, len(starts), clock.now() - began]

    return clock.run(main())


async def _plain(function):
    return await function()


def decorated(options):
    """What decorating a function with these options raises, or "" for nothing; was it called?"""
    called = []
    try:
        decorator(options)(lambda: called.append(1))
    except Exception as error:
        return [[kind.__name__ for kind in type(error).__mro__], len(called)]
    return [[], len(called)]


def without_parentheses(value):
    """`@retry` used bare: the error's classes, or what a call returns in the end."""
    def function():
        return value

    try:
        bare = submission.retry(function)
    except Exception as error:
        return {"raised": [kind.__name__ for kind in type(error).__mro__]}
    try:
        return {"value": bare()}
    except Exception as error:
        return {"later": type(error).__name__}


def contract(a, b, c):
    """Name, docstring, and what a function, a method and a coroutine method were given."""

    @submission.retry(max_attempts=2, delay=0)
    def quote(parcel, *rest, **options):
        """The price of a parcel."""
        return [parcel, list(rest), options]

    class Carrier:
        def __init__(self, name):
            self.name = name

        @submission.retry(max_attempts=2, delay=0)
        def price(self, parcel, *, fast=0):
            return [self.name, parcel, fast]

        @submission.retry(max_attempts=2, delay=0)
        async def track(self, parcel, *, fast=0):
            """Where it is."""
            return [self.name, parcel, fast]

    carrier = Carrier(a)
    return {
        "names": [quote.__name__, quote.__doc__, Carrier.track.__name__, Carrier.track.__doc__],
        "quote": quote(a, b, option=c),
        "price": carrier.price(b, fast=c),
        "track": clock.run(_plain(lambda: carrier.track(b, fast=c))),
    }


def printed(options, steps):
    """What a call and an await print."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        called(options, steps)
        awaited(options, steps)
    return output.getvalue()
