"""A few examples of what `retry` promises. The hidden tests go further."""

import asyncio

import pytest
from retry import retry


def test_second_attempt_helps():
    attempts = []

    @retry(max_attempts=3, delay=0)
    def fetch():
        attempts.append(1)
        if len(attempts) < 2:
            raise ConnectionError
        return "price"

    assert fetch() == "price"
    assert len(attempts) == 2


def test_other_errors_are_not_retried():
    attempts = []

    @retry(max_attempts=3, delay=0, exceptions=ConnectionError)
    def fetch():
        attempts.append(1)
        raise KeyError("address")

    with pytest.raises(KeyError):
        fetch()
    assert len(attempts) == 1


def test_no_attempt_is_no_configuration():
    with pytest.raises(ValueError):  # noqa: PT011
        retry(max_attempts=0)(len)


def test_coroutines():
    attempts = []

    @retry(max_attempts=3, delay=0)
    async def fetch():
        attempts.append(1)
        if len(attempts) < 3:
            raise ConnectionError
        return "price"

    assert asyncio.run(fetch()) == "price"
