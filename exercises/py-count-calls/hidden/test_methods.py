"""Hidden tests of the call counter on methods. Counts may be for all objects or for each."""

import pytest

from grader.oracle import same


def line(name, number):
    """What a call prints."""
    return f"{name} called {number} times"


def matches(turns, results, seen):
    """Whether results, lines and counts fit: counted over all objects, or for each of them.

    `turns` holds the object of each call.
    """
    overall = list(range(1, len(turns) + 1))
    each = [turns[:end].count(turns[end - 1]) for end in overall]
    return any(
        same(seen, [[result, [line("add", number)], number]
                    for result, number in zip(results, numbers, strict=True)])
        for numbers in (overall, each))


def running(totals, plan):
    """The total of the object of each step after it; `plan` holds object and amount."""
    totals, results = list(totals), []
    for at, amount in plan:
        totals[at] += amount
        results.append(totals[at])
    return results


def draw(rng, objects=3, steps=8):
    """First totals, and a plan in which each object has its turns."""
    totals = rng.sample(range(1000, 10**6, 1000), objects)
    turns = [*range(objects), *(rng.randrange(objects) for _ in range(steps - objects))]
    rng.shuffle(turns)
    return totals, [[at, rng.randint(1, 99)] for at in turns]


@pytest.mark.criterion("methods")
def test_methods(scenarios, rng, reveal):
    """A decorated method gets its object, and its calls are counted and printed."""
    totals, plan = draw(rng)
    pieces = rng.randint(2, 5)
    reveal("A method add(self, amount, *, pieces) was decorated and called on three objects in "
           "turn. A call failed or went wrong, or numbers printed and obj.add.count were neither "
           "those of all calls nor those of each object.")
    first, seen = scenarios.methods(totals, [[*step, pieces] for step in plan])
    assert same(first, [0] * len(totals))
    results = running(totals, [[at, amount * pieces] for at, amount in plan])
    assert matches([at for at, _ in plan], results, seen)


@pytest.mark.criterion("methods")
def test_through_class(scenarios, rng, reveal):
    """`Class.method(obj)` works and is counted in `Class.method.count`."""
    totals, plan = draw(rng, steps=5)
    reveal("A decorated method was called as Class.add(obj, amount). A call failed or went wrong, "
           "or Class.add.count did not begin at 0 and grow by one each time.")
    first, seen = scenarios.through_class(totals, plan)
    assert same(first, 0)
    assert same(seen, [[result, 1, number]
                       for number, result in enumerate(running(totals, plan), 1)])


@pytest.mark.criterion("methods")
def test_inherited(scenarios, rng, reveal):
    """A decorated method works in subclasses, inherited and through `super()`."""
    total = rng.randint(1, 10**6)
    amounts = [rng.randint(1, 99) for _ in range(4)]
    reveal("One subclass inherits the decorated method, another calls it as super().add(…). A call "
           "failed or went wrong.")
    kinds = ["plain", "double", "double", "plain"]
    sums, expected = {"plain": total, "double": total}, []
    for kind, amount in zip(kinds, amounts, strict=True):
        sums[kind] += amount * (2 if kind == "double" else 1)
        expected.append(sums[kind])
    plan = [list(step) for step in zip(kinds, amounts, strict=True)]
    assert scenarios.inherited(total, plan) == expected


@pytest.mark.criterion("objects-apart")
def test_kept_bound(scenarios, rng, reveal):
    """A bound method that was kept goes on calling its own object."""
    totals, plan = draw(rng)
    reveal("The bound method obj.add of three objects was taken first; then these were called in "
           "turn. A call went to another object.")
    assert scenarios.kept_bound(totals, plan) == running(totals, plan)


@pytest.mark.criterion("objects-apart")
def test_equal_objects(scenarios, rng, reveal):
    """Objects that are equal to each other and cannot be hashed."""
    totals, plan = draw(rng)
    turns = [at for at, _ in plan]
    reveal("Three objects were equal to each other and not hashable. A call of their decorated "
           "method failed, or the counts mixed them up.")
    seen = scenarios.equal_objects(totals, turns)
    assert matches(turns, running(totals, [[at, 1] for at in turns]), seen)


@pytest.mark.criterion("objects-apart")
def test_short_lived(scenarios, rng, reveal):
    """Many objects, one after the other gone: a new one inherits nothing."""
    total, *totals = rng.sample(range(1000, 10**6), 6)
    reveal("The decorated method of one object was called in turn with that of others, each of "
           "them gone before the next one was made. The numbers were neither those of all calls "
           "nor those of each object.")
    turns, results = [], []
    for number, fresh in enumerate(totals, 1):
        turns += [0, number]
        results += [total + number, fresh + 1]
    assert matches(turns, results, scenarios.short_lived(total, totals))


@pytest.mark.criterion("objects-apart")
def test_lets_go(scenarios, rng, reveal):
    """The decorator keeps no object alive."""
    totals = rng.sample(range(1000, 10**6), rng.randint(3, 5))
    alive = scenarios.left_alive(totals)
    reveal(f"{len(totals)} objects whose decorated method had been called were let go, and "
           f"{len(alive)} of them stayed in memory.")
    assert alive == []


@pytest.mark.criterion("stacking")
def test_twice_on_method(scenarios, rng, reveal):
    """A counter on top of a counter, on a method."""
    total = rng.randint(1, 10**6)
    amounts = [rng.randint(1, 99) for _ in range(3)]
    reveal("A method was decorated twice and called on one object. A call failed, the outer count "
           "was wrong, or not both counters printed a line.")
    seen = scenarios.twice_on_method(total, amounts)
    assert seen == [[total + sum(amounts[:number]), 2, number] for number in (1, 2, 3)]


@pytest.mark.criterion("stacking")
def test_static_and_class_methods(scenarios, rng, reveal):
    """`@staticmethod` and `@classmethod` on top of the counter."""
    marks = rng.sample(range(1000), 4)
    reveal("A static method and a class method, each decorated with @CountCalls below, were called "
           "through the class and through an object in turn. A call failed or went wrong, or count "
           "was not the number of calls, read through either.")
    static, bound = scenarios.static_and_class(marks)
    assert static == [[mark, [line("static", number)], [number, number]]
                      for number, mark in enumerate(marks, 1)]
    assert bound == [[["shop", mark], [line("bound", number)], [number, number]]
                     for number, mark in enumerate(marks, 1)]
