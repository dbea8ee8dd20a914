"""Hidden tests of the singleton, one thread at a time."""

import pytest

from grader.oracle import fetch, same


@pytest.mark.criterion("importable")
def test_importable(solution):
    """`singleton.py` can be imported and `Singleton()` gives an object."""
    assert fetch(solution.Singleton) is not None
    assert solution.Singleton() is not None


@pytest.mark.criterion("same-object")
def test_calls_in_a_row(scenarios, rng, reveal):
    """Every call gives the very same object."""
    count = rng.randint(3, 8)
    seen = scenarios.in_a_row(count)
    reveal(f"Singleton() was called {count} times in a row, and {len(set(seen))} different "
           "objects came back.")
    assert seen == [0] * count


@pytest.mark.criterion("keeps-state")
def test_starts_at_zero(scenarios, reveal):
    """`value` is 0 on the first call."""
    seen = scenarios.first_value()
    reveal(f"After the first call of Singleton(), value was {seen!r}.")
    assert same(seen, 0)


def contents(rng):
    """Values to store, false ones among them, in no fixed order."""
    values = [rng.randint(1, 1_000_000), None, False, 0, "", "open", -rng.randint(1, 1000)]
    return rng.sample(values, len(values))


@pytest.mark.criterion("keeps-state")
def test_later_calls_change_nothing(scenarios, rng, reveal):
    """What was stored in `value` is still there on later calls."""
    values = contents(rng)
    seen = scenarios.stored_while_held(values)
    for value, read in zip(values, seen, strict=True):
        reveal(f"value was set to {value!r}; after more calls of Singleton() it was "
               f"{read[-1]!r}.")
        assert same(read, [value] * 3)


@pytest.mark.criterion("keeps-state")
def test_nobody_holds_the_object(scenarios, rng, reveal):
    """What was stored stays even when nobody holds the object for a while."""
    values = contents(rng)
    for value, read in zip(values, scenarios.stored_and_let_go(values), strict=True):
        reveal(f"Singleton().value was set to {value!r} and the object let go; then "
               f"Singleton().value was {read!r}.")
        assert same(read, value)


@pytest.mark.criterion("keeps-state")
def test_counts(scenarios, rng, reveal):
    """Counting through many calls adds up."""
    steps = [rng.randint(1, 50) for _ in range(rng.randint(5, 15))]
    seen = scenarios.counted(steps)
    reveal(f"Singleton().value was increased {len(steps)} times by {sum(steps)} altogether; "
           f"at the end it was {seen!r}.")
    assert seen == sum(steps)


def check_family(scenarios, names):
    """Each of the named classes has one object of its own."""
    seen, belongs = scenarios.asked(names)
    assert belongs == [True] * len(names)
    assert seen == [names.index(name) for name in names]


@pytest.mark.criterion("one-object-per-subclass")
def test_is_a_class(scenarios, reveal):
    """`Singleton` is a class, and its object is an instance of it."""
    reveal("isinstance(Singleton(), Singleton) did not hold, or no class could inherit from "
           "Singleton.")
    check_family(scenarios, ["Singleton"])


@pytest.mark.criterion("one-object-per-subclass")
def test_base_first(scenarios, reveal):
    """A subclass has its own object when the base class was asked first."""
    reveal("Left inherits from Singleton. After Singleton() had been called, Left() did not give "
           "one object of its own.")
    check_family(scenarios, ["Singleton", "Left", "Left", "Singleton"])


@pytest.mark.criterion("one-object-per-subclass")
def test_subclass_first(scenarios, reveal):
    """A subclass has its own object when it was asked first."""
    reveal("Left inherits from Singleton. After Left() had been called, Singleton() and Left() did "
           "not give one object each.")
    check_family(scenarios, ["Left", "Singleton", "Left", "Singleton"])


@pytest.mark.criterion("one-object-per-subclass")
def test_any_order(scenarios, rng, reveal):
    """Siblings and grandchildren have their own objects, whoever was asked first."""
    names = ["Singleton", "Left", "Right", "Leaf"]
    order = rng.sample(names, 4) + rng.sample(names, 4)
    calls = ", ".join(f"{name}()" for name in order)
    reveal("Left and Right inherit from Singleton, Leaf inherits from Left. Called "
           f"{calls}: the classes did not get one object each.")
    check_family(scenarios, order)


@pytest.mark.criterion("one-object-per-subclass")
def test_values_apart(scenarios, rng, reveal):
    """Each class has its own `value`, which starts at 0."""
    order = rng.sample(["Singleton", "Left", "Right", "Leaf"], 4)
    values = rng.sample(range(1, 1_000_000), 4)
    reveal("Left and Right inherit from Singleton, Leaf inherits from Left. Each class was asked "
           "and its value set to another number: a value did not start at 0, or was that of "
           "another class.")
    assert scenarios.values_by_class(order, values) == [[0] * 4, values]


@pytest.mark.criterion("one-object-per-subclass")
@pytest.mark.parametrize("base_first", [True, False], ids=["base-first", "subclass-first"])
def test_own_init(scenarios, rng, reveal, base_first):
    """A subclass can add attributes in an `__init__` of its own."""
    places = rng.randint(1, 1_000_000)
    reveal("CarPark inherits from Singleton; its __init__ calls super().__init__() and sets "
           f"self.places = {places}. CarPark() did not have value 0 and these places.")
    assert scenarios.own_init(base_first, places) == [0, places, 0, places]
