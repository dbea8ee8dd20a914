"""Hidden tests of the call counter on functions, in stacks, and among threads."""

import pytest

from grader.oracle import interleavings, same


def line(name, number):
    """What a call prints."""
    return f"{name} called {number} times"


def lines(name, first, last):
    """What the calls from `first` to `last` print."""
    return [line(name, number) for number in range(first, last + 1)]


@pytest.mark.criterion("importable")
def test_importable(scenarios):
    """`count_calls.py` can be imported, and `CountCalls` decorates a function."""
    scenarios.namesakes([])


# function


@pytest.mark.criterion("function")
def test_calls(scenarios, rng, reveal):
    """A decorated function gets its arguments, and each call is counted and printed."""
    plan = [[rng.sample(range(1000), rng.randint(0, 3)),
             dict.fromkeys(rng.sample(["day", "func", "count", "size"], rng.randint(0, 3)), 7)]
            for _ in range(rng.randint(4, 8))]
    first, seen, ran = scenarios.calls(plan)
    reveal(f"A function named order was decorated and called {len(plan)} times; count was {first} "
           f"before. Results, printed lines or the counts after each call were not right.")
    assert same(first, 0)
    assert seen == [[[args, named], [line("order", number)], number]
                    for number, (args, named) in enumerate(plan, 1)]
    assert ran == len(plan)


@pytest.mark.criterion("function")
@pytest.mark.parametrize("error", ["KeyError", "TypeError", "StopIteration", "RuntimeError"])
def test_failing(scenarios, rng, reveal, error):
    """A call that raises is counted, and the exception reaches the caller."""
    messages = [f"refused {rng.randint(1, 10**6)}" for _ in range(rng.randint(2, 4))]
    reveal(f"A function named refuse raised {error} each time, {len(messages)} times. The caller "
           "did not get that exception, or a call was not counted or printed.")
    assert scenarios.failing(error, messages) == [
        [[error, [text]], [line("refuse", number)], number]
        for number, text in enumerate(messages, 1)]


@pytest.mark.criterion("function")
def test_line_comes_first(scenarios, rng, reveal):
    """The line is printed before the function runs."""
    words = [f"word-{rng.randint(1, 10**6)}" for _ in range(3)]
    seen = scenarios.printed_around(words)
    reveal(f"A function named say prints its argument. It was called with {words}; together with "
           f"its own, the lines were {seen}.")
    assert seen == [text for number, word in enumerate(words, 1)
                    for text in (line("say", number), word)]


@pytest.mark.criterion("function")
def test_namesakes(scenarios, rng, reveal):
    """Two functions of one name are counted apart."""
    turns = [0, 1, *(rng.randrange(2) for _ in range(6))]
    reveal("Two functions with the same name were decorated and called in turn. A call of one "
           "changed the count of the other.")
    assert scenarios.namesakes(turns) == [
        [turns[:end].count(0), turns[:end].count(1)] for end in range(1, len(turns) + 1)]


@pytest.mark.criterion("looks")
def test_looks(scenarios, rng, reveal):
    """Name, docstring, module, signature and attributes of the function stay."""
    mark = rng.randint(1, 10**6)
    plain, decorated, original, wrapped = scenarios.described(mark)
    reveal("Of a function and the same one decorated, __name__, __qualname__, __module__, __doc__, "
           f"signature and an attribute were: {plain} and {decorated}.")
    assert decorated == plain
    assert mark in decorated
    reveal("__wrapped__ was not the function that was decorated.")
    assert wrapped == original


# stacking


@pytest.mark.criterion("stacking")
def test_twice(scenarios, rng, reveal):
    """A counter on top of a counter: both count, each its own calls."""
    early, late = rng.randint(1, 4), rng.randint(2, 5)
    before, seen, after, ran = scenarios.twice(early, late)
    reveal(f"A decorated function was called {early} times, then decorated once more; counts of "
           f"the inner and the outer one were {before}. After {late} calls of the outer one they "
           f"were {after}, the function itself had run {ran} times, and the outer calls printed "
           f"{[printed for _, printed in seen]}.")
    assert before == [early, 0]
    assert seen == [[number, [line("order", number + 1), line("order", early + number + 1)]]
                    for number in range(late)]
    assert after == [early + late, late]
    assert ran == early + late


@pytest.mark.criterion("stacking")
def test_function_with_attributes(scenarios, rng, reveal):
    """A function that has attributes of its own, such as `count` and `func`."""
    mark = rng.randint(1000, 10**6)
    numbers = rng.sample(range(1000), 3)
    reveal(f"A function had attributes count, func and others, each {mark}, when it was "
           "decorated. The count did not start at 0, or a call did not reach the function.")
    first, seen = scenarios.with_attributes(mark, numbers)
    assert same(first, 0)
    assert seen == [[[number], [line("order", place)], place]
                    for place, number in enumerate(numbers, 1)]


# nothing-locked


@pytest.mark.criterion("nothing-locked")
def test_recursion(scenarios, rng, reveal):
    """A decorated function calls itself."""
    number, product = rng.randint(4, 9), 1
    for factor in range(2, number + 1):
        product *= factor
    reveal(f"A recursive function fact was called with {number}. It did not come to its end, or "
           f"did not count {number} calls.")
    assert scenarios.factorial(number) == [product, lines("fact", 1, number), number]


@pytest.mark.criterion("nothing-locked")
def test_others_go_on(scenarios, rng, reveal):
    """While one call runs, another thread's call goes on."""
    slow, quick = rng.sample(range(1000), 2)
    reveal("A call waited for the call of another thread, and that one never came to its end.")
    assert scenarios.meanwhile(slow, quick) == [[quick, slow], 2]


# threads


@pytest.mark.criterion("threads")
@pytest.mark.prepare("threads")
@pytest.mark.parametrize("kind", ["function", "method"])
def test_race(scenarios, reveal, kind):
    """Two threads call at the same moment: no call is lost, no number printed twice."""
    reveal(f"Two threads called a {kind} named order at the same moment, once each. A "
           "call was lost, or the numbers that were printed are not those from 1 on.")
    interleavings(scenarios.race, kind).expect(
        lambda state: same(state, [lines("order", 1, 2),
                                  2 if kind == "function" else None]))
