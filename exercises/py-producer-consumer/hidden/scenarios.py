"""Runs the pipeline in virtual time and reports who took, began and ended what. Judges nothing."""

import asyncio

import pipeline as submission
from grader_box import clock


class Broken(Exception):
    """A source that fails."""


KINDS = {
    kind.__name__: kind
    for kind in (ValueError, TimeoutError, KeyError, OSError, Broken, asyncio.CancelledError)
}


class Plan:
    """Sources and work as the oracle planned them, and a log of what happened.

    `sources` hold `[pause, item]` pairs; a name in place of an item is an exception that the
    source raises, None only a pause; `{"is": value}` is an item
    of any value. `faults` maps items to exceptions that work raises. The log holds
    `[event, item]`.
    """

    def __init__(self, plan):
        self.plan = plan
        self.faults = plan.get("faults", {})
        self.log = []

    async def source(self, steps):
        for pause, item in steps:
            if pause:
                await asyncio.sleep(pause)
            if item is None:
                continue
            if isinstance(item, str):
                raise KINDS[item]("source")
            if isinstance(item, dict):
                item = item["is"]
            self.log.append(["taken", item])
            yield item

    async def work(self, item):
        self.log.append(["begun", item])
        if self.plan.get("seconds"):
            await asyncio.sleep(self.plan["seconds"])
        self.log.append(["ended", item])
        if self.faults and item in self.faults:
            raise KINDS[self.faults[item]](str(item))

    def start(self):
        sources = [self.source(steps) for steps in self.plan["sources"]]
        return submission.producer_consumer_example(sources, self.work, **self.plan["options"])


def ran(plan):
    """One run to its end: what came out, the log, and how many tasks were left at that moment."""
    current = Plan(plan)
    left = []

    async def main():
        try:
            return _told(await current.start())
        finally:
            left.append(_others())

    told = clock.observe(main(), horizon=10**7)
    return {**told, "log": current.log, "left": left[0] if left else 0}


def cancelled(plan, after):
    """A run that is cancelled: how it ended, tasks left, and what began or ended afterwards."""
    current = Plan(plan)

    async def main():
        task = asyncio.create_task(current.start())
        await asyncio.sleep(after)
        task.cancel()
        done, _ = await asyncio.wait([task], timeout=1000)
        ended = "running" if not done else "cancelled" if task.cancelled() else "returned"
        left = _others(task)
        so_far = len(current.log)
        await asyncio.sleep(1000)
        return {"ended": ended, "left": left, "later": current.log[so_far:]}

    return clock.run(main(), horizon=10**7)


def _others(*known):
    """How many tasks besides the running one and the known ones are not done."""
    mine = {asyncio.current_task(), *known}
    return sum(not task.done() for task in asyncio.all_tasks() if task not in mine)


def _told(value):
    """What the pipeline returned, as far as it is a list of exceptions."""
    if not isinstance(value, (list, tuple)):
        return type(value).__name__
    return [[type(error).__name__, str(error)] for error in value]


def failing(plan):
    """A run with a source that fails: the names of what was raised, groups opened; tasks left."""
    current = Plan(plan)

    async def main():
        raised = []
        try:
            await current.start()
        except BaseException as error:
            raised = _names(error)
        return {"raised": raised, "left": _others(), "seconds": clock.now() - began}

    began = clock.now()
    return clock.run(main(), horizon=10**7)


def _names(error):
    if isinstance(error, BaseExceptionGroup):
        return [name for one in error.exceptions for name in _names(one)]
    return [type(error).__name__]
