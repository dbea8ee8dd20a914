"""Hidden tests of MemoryPool: what types it can hold, and what it asks of the heap."""

import pytest


@pytest.mark.criterion("any-type")
@pytest.mark.build("types", "address,undefined")
def test_types_that_stay(scenarios, rng, reveal):
    """Types without default constructor, copies and moves, and types made of arguments."""
    number, text = rng.randint(1, 99), "x" * rng.randint(1, 40)
    reveal("A pool of objects that can neither be copied nor moved did not work.")
    assert scenarios.unique(number, text) == number + len(text)
    assert scenarios.locks() is True
    reveal(f"From a pool of std::string, allocate(\"{text}\") and allocate(3, 'x') were asked for.")
    assert scenarios.texts(text) == text + "xxx"


@pytest.mark.criterion("any-type")
@pytest.mark.build("types", "address,undefined")
def test_booleans(scenarios, reveal):
    """A pool of `bool`."""
    reveal("From a pool of bool, allocate(true) and allocate() were asked for. They were not true "
           "and false.")
    assert scenarios.booleans() is True


@pytest.mark.criterion("any-type")
@pytest.mark.build("types", "address,undefined")
def test_alignment(scenarios, rng, reveal):
    """A type that has to be aligned to 256 bytes."""
    first = rng.randint(1, 1000)
    reveal("Objects that want to be aligned to 256 bytes did not get addresses like that.")
    addresses, numbers = scenarios.wide(first)
    assert all(address % 256 == 0 for address in addresses)
    assert set(numbers) == {first}


@pytest.mark.criterion("own-memory")
def test_heap_is_left_alone(scenarios, rng, reveal):
    """Between its beginning and its end, a pool asks the heap for nothing; then it gives back."""
    size, rounds = rng.randint(3, 40), rng.randint(2, 5)
    story = f"{size} objects were taken from a pool and given back, {rounds} times."
    reveal(f"{story} That ended the program.")
    asked, kept, unpaired = scenarios.heap(size, rounds)
    reveal(f"{story} Meanwhile the heap was asked for memory {asked} times.")
    assert asked == 0
    end = scenarios.finish()
    reveal(f"{story} When the pool had gone, {kept} blocks of its memory were still held.")
    assert kept == 0
    assert end.reports == ()
    reveal(f"{story} {unpaired} blocks were freed in another way than they were allocated.")
    assert unpaired == 0
