import asyncio
from collections import deque


class Belt:
    """Items on their way, and how many producers may still bring some."""

    def __init__(self, room, producers):
        self.items, self.room, self.producers = deque(), room, producers
        self.changed = asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.room)
            self.items.append(item)
            self.changed.notify_all()

    async def close(self):
        async with self.changed:
            self.producers -= 1
            self.changed.notify_all()

    async def __aiter__(self):
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.items or not self.producers)
                if not self.items:
                    return
                item = self.items.popleft()
                self.changed.notify_all()
            yield item


async def producer(belt, source):
    async for item in source:
        await belt.put(item)
    await belt.close()


async def consumer(belt, work):
    errors = []
    async for item in belt:
        outcome, = await asyncio.gather(work(item), return_exceptions=True)
        if isinstance(outcome, BaseException):
            errors.append(outcome)
    return errors


async def producer_consumer_example(sources, work, num_consumers=3, maxsize=10):
    belt = Belt(maxsize, len(sources))
    tasks = [asyncio.create_task(producer(belt, source)) for source in sources]
    tasks += [asyncio.create_task(consumer(belt, work)) for _ in range(num_consumers)]
    try:
        results = await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    return [error for result in results if result for error in result]
