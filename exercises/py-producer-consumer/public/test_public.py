"""A few examples of what the pipeline promises. The hidden tests go further."""

import asyncio

from pipeline import producer_consumer_example


async def source(*items):
    for item in items:
        await asyncio.sleep(0)
        yield item


async def run(sources, work, **options):
    """The pipeline's result; five seconds are plenty for these examples."""
    return await asyncio.wait_for(producer_consumer_example(sources, work, **options), 5)


def test_every_item_is_worked_on():
    seen = []

    async def work(item):
        seen.append(item)

    errors = asyncio.run(run([source(1, 2), source(3)], work))
    assert sorted(seen) == [1, 2, 3]
    assert errors == []


def test_more_items_than_the_queue_holds():
    seen = []

    async def work(item):
        await asyncio.sleep(0)
        seen.append(item)

    asyncio.run(run([source(*range(9))], work, num_consumers=2, maxsize=1))
    assert sorted(seen) == list(range(9))


def test_one_bad_item():
    async def work(item):
        if item == 2:
            raise ValueError("untranslatable")

    (error,) = asyncio.run(run([source(1, 2, 3)], work))
    assert isinstance(error, ValueError)
