"""Drives a breaker in virtual time and reports what each call came to. It judges nothing."""

import asyncio

import breaker as submission
from grader_box import clock


class Down(Exception):
    """The service does not answer."""


class Slow(Down):
    """A kind of Down."""


class Broken(Exception):
    """Another failure of the service."""


class Mistake(Exception):
    """A mistake of the caller."""


KINDS = {kind.__name__: kind for kind in (Down, Slow, Broken, Mistake, ValueError, TimeoutError)}


def new(options):
    """A breaker; `failures` given by name or names."""
    options = dict(options)
    if "failures" in options:
        names = options["failures"]
        one = isinstance(names, str)
        options["failures"] = KINDS[names] if one else tuple(KINDS[name] for name in names)
    return submission.CircuitBreaker(**options)


class Call:
    """One planned call: it begins at `start`, lasts `seconds`, and comes to `outcome`.

    An outcome is "ok", the name of an exception, or "cancel": the task is cancelled then.
    """

    def __init__(self, breaker, start, seconds, outcome):
        self.breaker = breaker
        self.start, self.seconds, self.outcome = start, seconds, outcome
        self.ran, self.came, self.ended = 0, "waiting", None

    async def service(self):
        self.ran += 1
        if self.outcome == "cancel":
            await asyncio.Event().wait()
        if self.seconds:
            await asyncio.sleep(self.seconds)
        if self.outcome != "ok":
            raise KINDS[self.outcome]("service")
        return self

    async def made(self, began):
        await asyncio.sleep(self.start)
        try:
            value = await self.breaker.call(self.service)
        except asyncio.CancelledError:
            self.came = "cancelled"
        except Exception as error:
            self.came = self.failed(error) if self.ran else "refused"
        else:
            self.came = "ok" if value is self else "another value"
        self.ended = clock.now() - began

    def failed(self, error):
        """The planned exception, whatever it looks like by now: `handed_on` tells that."""
        return type(error).__name__ if self.outcome == "ok" else self.outcome

    def told(self):
        return {"ran": self.ran, "came": self.came, "ended": self.ended}


def driven(options, plan, others=()):
    """Calls side by side as planned, `[start, seconds, outcome]` each: what each of them came to.

    `others` are calls of a second breaker. An entry `["clock", at, seconds]` sets the wall clock
    back.
    """

    async def main():
        began = clock.now()
        tasks, calls = [], []
        for breaker, steps in ((new(options), plan), (new(options), others)):
            for step in steps:
                if step[0] == "clock":
                    tasks.append(asyncio.create_task(_set_back(*step[1:])))
                    continue
                call = Call(breaker, *step)
                calls.append(call)
                tasks.append(asyncio.create_task(call.made(began)))
                if call.outcome == "cancel":
                    asyncio.get_running_loop().call_later(sum(step[:2]), tasks[-1].cancel)
        await asyncio.wait(tasks, timeout=10**5)
        told = [call.told() for call in calls]
        for task in tasks:
            task.cancel()
        return told

    return clock.run(main(), horizon=10**6)


async def _set_back(at, seconds):
    await asyncio.sleep(at)
    clock.set_wall_clock_back(seconds)


def handed_on(args, named, kind):
    """What a function was called with; and whether its very exception came to the caller."""

    async def main():
        breaker = new({})

        async def function(*args, **kwargs):
            return [args, kwargs]

        error = KINDS[kind]("service")

        async def failing():
            raise error

        got = await breaker.call(function, *args, **named)
        try:
            await breaker.call(failing)
        except BaseException as came:
            return [got, came is error]
        return [got, False]

    return clock.run(main())


def results(values):
    """What calls return whose function returns each of the values."""

    async def main():
        breaker = new({})

        async def function(value):
            return value

        return [await breaker.call(function, value) for value in values]

    return clock.run(main())


def refusal(threshold, trial):
    """What a refused call raised, None if it was not refused; `trial`: while a trial goes on.

    And whether the class that a caller would catch also catches a failure of the service.
    """
    ran = []

    async def down():
        ran.append(1)
        raise Down("service")

    async def main():
        breaker = new({"failure_threshold": threshold, "timeout": 60})
        for _ in range(threshold + 1):
            await asyncio.gather(breaker.call(down), return_exceptions=True)
        going = None
        if trial:
            await asyncio.sleep(61)
            going = asyncio.create_task(breaker.call(asyncio.sleep, 1000))
            await asyncio.sleep(1)
        ran.clear()
        refused = None
        try:
            await breaker.call(down)
        except Exception as error:
            refused = None if ran else error
        finally:
            if going is not None:
                going.cancel()
        public = getattr(submission, "CircuitOpenError", None)
        is_class = isinstance(public, type) and issubclass(public, Exception)
        return {
            "refused": None if refused is None else type(refused).__name__,
            "is_class": is_class,
            "named": is_class and isinstance(refused, public),
            "catches_failures": is_class and issubclass(Down, public),
        }

    return clock.run(main())


def made(options):
    """The classes of what making a breaker raised."""

    async def main():
        try:
            new(options)
        except Exception as error:
            return [kind.__name__ for kind in type(error).__mro__]
        return []

    return clock.run(main())
