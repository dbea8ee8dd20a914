"""A sentinel for each consumer tells that all producers have ended."""

import asyncio

_END = object()


async def producer(queue, source):
    async for item in source:
        await queue.put(item)


async def consumer(queue, work):
    errors = []
    while (item := await queue.get()) is not _END:
        try:
            await work(item)
        except asyncio.CancelledError as error:
            if asyncio.current_task().cancelling():
                raise
            errors.append(error)
        except Exception as error:
            errors.append(error)
    return errors


async def _feed(queue, sources, num_consumers):
    await _all(producer(queue, source) for source in sources)
    await queue.put(_END)


async def _all(coroutines):
    """Results of all; when one fails or the caller is cancelled, the others are cancelled too."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def producer_consumer_example(sources, work, num_consumers: int = 3, maxsize: int = 10):
    queue = asyncio.Queue(maxsize)
    consumers = [consumer(queue, work) for _ in range(num_consumers)]
    _, *errors = await _all([_feed(queue, sources, num_consumers), *consumers])
    return [error for part in errors for error in part]
