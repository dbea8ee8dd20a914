import asyncio
from asyncio import Queue


# Producer-Consumer with async
async def producer(queue: Queue, source):
    async for item in source:
        await queue.put(item)

async def consumer(queue: Queue, work):
    while True:
        try:
            item = await asyncio.wait_for(queue.get(), timeout=1.0)
            queue.task_done()
            await work(item)
        except asyncio.TimeoutError:
            break

async def producer_consumer_example(sources, work, num_consumers: int = 3, maxsize: int = 10):
    queue = Queue(maxsize=maxsize)

    # Create producers and consumers
    producers = [producer(queue, source) for source in sources]
    consumers = [consumer(queue, work) for _ in range(num_consumers)]

    # Run producers
    await asyncio.gather(*producers)

    # Wait for all items to be processed
    await queue.join()

    # Cancel consumers
    consumer_tasks = [asyncio.create_task(c) for c in consumers]
    await asyncio.sleep(1)  # Let consumers timeout
    for task in consumer_tasks:
        task.cancel()
