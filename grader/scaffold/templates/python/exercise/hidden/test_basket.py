"""Hidden tests: they run apart from the learner's code and talk to it through `solution`.

Each test has one criterion, and a docstring whose first line the learner reads. Everything else
stays hidden, but for the text in `reveal`: say there what was done and what was seen. Inputs come
from `rng`, so that the right answers cannot be written down in a submission.
"""

import pytest

THINGS = ["apples", "bread", "candles", "dates", "eggs", "flour", "grapes", "honey"]


@pytest.mark.criterion("importable")
def test_imports(solution):
    """The file can be imported, and add can be called."""
    solution.add("apples", [])


@pytest.mark.criterion("starts-empty")
def test_two_customers(solution, rng, reveal):
    """Two calls without a basket have nothing to do with each other."""
    first, second = rng.sample(THINGS, 2)
    reveal(f"add({first!r}) was called first, then add({second!r}). One of them did not return a "
           "list with its own item alone.")
    assert solution.add(first) == [first]
    assert solution.add(second) == [second]


@pytest.mark.criterion("given-basket")
def test_new_item_comes_last(solution, rng, reveal):
    """What is in the basket comes first, the new item last."""
    *before, item = rng.sample(THINGS, rng.randint(2, 5))
    reveal(f"add({item!r}, {before}) did not return these items with {item!r} at the end.")
    assert solution.add(item, before) == [*before, item]


@pytest.mark.criterion("given-basket")
def test_callers_list(scenarios, rng, reveal):
    """The list that was passed in is not changed."""
    *before, item = rng.sample(THINGS, rng.randint(1, 5))
    _, after = scenarios.added(item, before)
    reveal(f"add({item!r}, {before}) changed the list that it was given.")
    assert after == before
