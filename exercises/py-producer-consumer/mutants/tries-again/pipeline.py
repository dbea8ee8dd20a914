import asyncio


async def producer(queue, source):
    async for item in source:
        await queue.put(item)


async def consumer(queue, work, errors):
    while True:
        item = await queue.get()
        try:
            await work(item)
        except asyncio.CancelledError as error:
            if asyncio.current_task().cancelling():
                raise
            errors.append(error)
            if len(errors) < 50:
                await queue.put(item)
        except Exception as error:
            errors.append(error)
            if len(errors) < 50:
                await queue.put(item)
        finally:
            queue.task_done()


async def producer_consumer_example(sources, work, num_consumers=3, maxsize=10):
    queue = asyncio.Queue(maxsize=maxsize)
    errors = []
    consumers = [asyncio.create_task(consumer(queue, work, errors)) for _ in range(num_consumers)]
    producers = [asyncio.create_task(producer(queue, source)) for source in sources]
    try:
        await asyncio.gather(*producers)
        await queue.join()
    finally:
        tasks = producers + consumers
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return errors
