from asyncio import Queue, TaskGroup, current_task


async def producer(queue: Queue, source):
    async for item in source:
        await queue.put((True, item))


async def consumer(queue: Queue, work, failed):
    while True:
        more, item = await queue.get()
        if not more:
            await queue.put((False, None))  # for the next one
            return
        try:
            await work(item)
        except BaseException as error:
            if current_task().cancelling():
                raise
            failed(error)


async def producer_consumer_example(sources, work, num_consumers=3, maxsize=10):
    queue: Queue = Queue(maxsize)
    errors: list[BaseException] = []
    async with TaskGroup() as workers:
        for _ in range(num_consumers):
            workers.create_task(consumer(queue, work, errors.append))
        async with TaskGroup() as readers:
            for source in sources:
                readers.create_task(producer(queue, source))
        await queue.put((False, None))
    return errors
