"""Hidden tests of the least-recently-used cache: which calls share an entry."""

import pytest


def distinct(rng, count):
    """So many different arguments."""
    return rng.sample(range(1, 1_000_000), count)


@pytest.mark.criterion("keys")
def test_equal_calls_share(scenarios, rng):
    """Equal arguments share an entry, positional and by keyword."""
    x, y = distinct(rng, 2)
    calls = [[[x, "a"], {"unit": y}], [["b", (x, y)], {}], [[], {"unit": None}], [[], {}]]
    results, count = scenarios.answers(calls * 2)
    assert results == [[tuple(args), kwargs] for args, kwargs in calls * 2]
    assert count == len(calls)


@pytest.mark.criterion("keys")
def test_keywords_are_part_of_the_key(scenarios, rng, reveal):
    """Calls that differ in a keyword argument, by name or by value, do not share an entry."""
    x, y, z = distinct(rng, 3)
    reveal(f"f({x}), f({x}, unit={y}), f({x}, unit={z}) and f({x}, size={y}) are four different "
           "calls, but some of them were given one result.")
    check(scenarios, [[[x], {}], [[x], {"unit": y}], [[x], {"unit": z}], [[x], {"size": y}],
                      [[], {"unit": y}], [[], {"unit": y, "size": z}],
                      [[], {"unit": z, "size": y}]])


@pytest.mark.criterion("keys")
def test_keywords_of_all_kinds(scenarios, rng, reveal):
    """Keyword arguments need not be of one kind: no value is compared with that of another."""
    x, y = distinct(rng, 2)
    reveal(f"f(unit={x}, size='large', tax=None) and the like, whose values have no order, each "
           "have to be computed once and be given their own result.")
    check(scenarios, [[[], {"unit": x, "size": "large", "tax": None}],
                      [[], {"unit": "large", "size": x, "tax": None}],
                      [[y], {"unit": (x, "a"), "size": None, "tax": "large"}],
                      [[y], {"unit": None, "size": (x, "a"), "tax": 1.5}]])


@pytest.mark.criterion("keys")
def test_keywords_are_not_positions(scenarios, rng, reveal):
    """Positional arguments that look like a keyword argument are something else."""
    x, y = distinct(rng, 2)
    reveal(f"f(('unit', {y})), f('unit', {y}) and f(unit={y}) are three different calls, but some "
           "of them were given one result.")
    check(scenarios, [[[("unit", y)], {}], [["unit", y], {}], [[], {"unit": y}],
                      [[(("unit", y),)], {}], [[x, ("unit", y)], {}], [[x, "unit", y], {}],
                      [[x], {"unit": y}], [[(x, ("unit", y))], {}]])


@pytest.mark.criterion("keys")
def test_positions_matter(scenarios, rng, reveal):
    """Order, number and nesting of the arguments matter."""
    x, y = distinct(rng, 2)
    reveal(f"f({x}, {y}), f({y}, {x}), f(({x}, {y})) and f({x}) are different calls, but some of "
           "them were given one result.")
    check(scenarios, [[[x, y], {}], [[y, x], {}], [[(x, y)], {}], [[x], {}], [[(x,)], {}],
                      [[((x, y),)], {}], [[x, x], {}], [[], {}], [[()], {}], [[None], {}]])


@pytest.mark.criterion("keys")
def test_text_is_not_a_number(scenarios, rng, reveal):
    """A number and the text that spells it are different arguments."""
    x, y = distinct(rng, 2)
    reveal(f"f({x}), f('{x}') and f('({x},)') are different calls, but some of them were given "
           "one result.")
    check(scenarios, [[[x], {}], [[str(x)], {}], [[f"({x},)"], {}], [[f"({x},)[]"], {}],
                      [[f"{x}, {y}"], {}], [[x, y], {}], [[f"{x}', '{y}"], {}],
                      [[str(x), str(y)], {}], [[None], {}], [["None"], {}]])


@pytest.mark.criterion("keys")
def test_equal_hashes(scenarios, rng, reveal):
    """Arguments that have the same hash, but are not equal, are different."""
    reveal("hash(-1) == hash(-2), but f(-1) and f(-2) are different calls and were given one "
           "result.")
    check(scenarios, [[[-1], {}], [[-2], {}]])
    x = rng.randint(1, 1_000_000)
    same = x + (2**61 - 1) * rng.randint(1, 1000)
    reveal(f"{x} and {same} have the same hash in Python, but f({x}) and f({same}) are different "
           "calls and were given one result.")
    check(scenarios, [[[x], {}], [[same], {}]])
    check(scenarios, [[[], {"unit": x}], [[], {"unit": same}]])


def check(scenarios, calls):
    """All of these calls are different: each one gets its own result."""
    doubled = [call for call in calls for _ in range(2)]
    results, count = scenarios.answers(doubled)
    assert results == [[tuple(args), dict(sorted(kwargs.items()))] for args, kwargs in doubled]
    assert count == len(calls)


@pytest.mark.criterion("keys")
@pytest.mark.parametrize("kind", ["lookalike", "collider", "plain"])
def test_objects_by_equality(scenarios, rng, reveal, kind):
    """Objects are told apart by `==`, not by how they print or hash."""
    numbers = distinct(rng, 4)
    story = {
        "lookalike": "Different objects whose repr is the same text were given one result.",
        "collider": "Different objects whose hash is the same were given one result.",
        "plain": "Equal objects, each printed with its own address, were computed again.",
    }
    reveal(story[kind])
    assert scenarios.answers_for_objects(kind, numbers * 3) == [numbers * 3, len(numbers)]


@pytest.mark.criterion("keys")
def test_recycled_addresses(scenarios, rng, reveal):
    """A new object is not taken for one that died at the same address."""
    numbers = distinct(rng, 50)
    reveal("f was called with 50 new objects, each dropped after its call. A new object was given "
           "the result of a dead one that had lived at the same address.")
    assert scenarios.answers_for_objects("unique", numbers) == [numbers, 50]
