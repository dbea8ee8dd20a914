import asyncio


async def consumer(work, item, room, slots, errors):
    async with slots:
        room.release()
        try:
            await work(item)
        except Exception as error:
            errors.append(error)
        except asyncio.CancelledError as error:
            if asyncio.current_task().cancelling():
                raise  # meant for us, not a failure of work
            errors.append(error)


async def producer(source, room, start):
    async for item in source:
        await room.acquire()
        start(item)


async def producer_consumer_example(sources, work, num_consumers=3, maxsize=10):
    room, slots = asyncio.Semaphore(maxsize), asyncio.Semaphore(num_consumers)
    errors = []
    try:
        async with asyncio.TaskGroup() as group:
            def start(item):
                group.create_task(consumer(work, item, room, slots, errors))

            for source in sources:
                group.create_task(producer(source, room, start))
    except* Exception as failures:
        raise failures.exceptions[0]
    return errors
