"""A few examples of what `CircuitBreaker` promises. The hidden tests go further."""

import asyncio

import pytest
from breaker import CircuitBreaker, CircuitOpenError


async def works():
    return "paid"


async def fails():
    raise ConnectionError


def test_result():
    async def job():
        return await CircuitBreaker().call(works)

    assert asyncio.run(job()) == "paid"


def test_refused():
    async def job():
        breaker = CircuitBreaker(failure_threshold=2)
        for _ in range(2):
            with pytest.raises(ConnectionError):
                await breaker.call(fails)
        with pytest.raises(CircuitOpenError):
            await breaker.call(works)

    asyncio.run(job())


def test_mistakes_of_the_caller():
    async def mistaken():
        raise KeyError("card")

    async def job():
        breaker = CircuitBreaker(failure_threshold=1, failures=ConnectionError)
        with pytest.raises(KeyError):
            await breaker.call(mistaken)
        return await breaker.call(works)

    assert asyncio.run(job()) == "paid"
