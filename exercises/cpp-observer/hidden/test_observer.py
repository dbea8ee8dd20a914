"""Hidden tests of Subject and Observer. Scenarios report what displays were told."""

import pytest


def draw(rng, count):
    """Different values, none of them 0."""
    return rng.sample(range(1, 1000), count)


def listed(numbers):
    """Indices for a reader."""
    return ", ".join(map(str, numbers))


@pytest.mark.criterion("compiles")
@pytest.mark.build("main", "address,undefined")
def test_builds(build, reveal):
    """A program that attaches observers in one of the ways of the README compiles."""
    reveal("A program that derives from Observer, attaches to a Subject and sets its state could "
           "not be built.")
    assert build.ok


@pytest.mark.criterion("told")
def test_told(scenarios, rng, reveal):
    """Displays are told each value, until they are detached."""
    count = rng.randint(3, 6)
    *values, last = draw(rng, 4)
    leaves = rng.randrange(count)
    story = (f"{count} displays were told {listed(values)}; then display {leaves} was detached, "
             f"and {last} was set.")
    reveal(f"{story} That did not work.")
    told = scenarios.tell(count, values, leaves, last)
    for index, heard in enumerate(told):
        reveal(f"{story} Display {index} was told {listed(heard) or 'nothing'}.")
        assert list(heard) == (values if index == leaves else [*values, last])


@pytest.mark.criterion("told")
def test_notify(scenarios, rng, reveal):
    """notify() tells the last value once more."""
    (value,) = draw(rng, 1)
    story = f"After setState({value}) and notify(),"
    reveal(f"{story} the program ended.")
    for heard in scenarios.tell_again(rng.randint(2, 4), value):
        reveal(f"{story} a display had been told {listed(heard) or 'nothing'}.")
        assert list(heard) == [value, value]


@pytest.mark.criterion("told")
def test_stranger(scenarios, rng, reveal):
    """Detaching a display that is not attached does nothing, and detached ones can come back."""
    (value,) = draw(rng, 1)
    story = ("A display that is not attached was detached, where `detach` takes one; another was "
             "detached and attached again.")
    reveal(f"{story} That did not work.")
    for heard in scenarios.detach_a_stranger(rng.randint(2, 4), value):
        reveal(f"{story} After setState({value}) a display had been told "
               f"{listed(heard) or 'nothing'}.")
        assert list(heard) == [value]


@pytest.mark.criterion("told")
def test_two_subjects(scenarios, rng, reveal):
    """One display hears from two subjects."""
    first, second = draw(rng, 2)
    story = f"A display was attached to two subjects, which were set to {first} and {second}."
    reveal(f"{story} That did not work.")
    both, one = scenarios.two_subjects(first, second)
    reveal(f"{story} It was told {listed(both) or 'nothing'}.")
    assert list(both) == [first, second]
    reveal(f"{story} A display of the second alone was told {listed(one) or 'nothing'}.")
    assert list(one) == [second]


@pytest.mark.criterion("first-value")
def test_first_value(scenarios, rng, reveal):
    """notify() before any value was set tells 0."""
    reveal("notify() on a new subject ended the program.")
    for heard in scenarios.tell_before_a_value(rng.randint(1, 3)):
        reveal(f"notify() on a new subject told {listed(heard) or 'nothing'}.")
        assert list(heard) == [0]


@pytest.mark.criterion("lifetime")
def test_some_go(scenarios, rng, reveal):
    """Displays go without having been detached, and the others are told."""
    count = rng.randint(3, 6)
    gone = rng.sample(range(count), rng.randint(1, count - 1))
    (value,) = draw(rng, 1)
    story = f"Of {count} displays, {listed(gone)} went without detach; then {value} was set."
    reveal(f"{story} That used memory that is no longer theirs.")
    for index, heard in enumerate(scenarios.some_go(count, gone, value)):
        reveal(f"{story} Display {index} was told {listed(heard) or 'nothing'}.")
        assert list(heard) == ([] if index in gone else [value])


@pytest.mark.criterion("lifetime")
def test_goes_at_once(scenarios, rng, reveal):
    """A display is destroyed when the program lets it go."""
    reveal("The program let a display go, and something else kept it alive.")
    assert scenarios.goes_at_once(rng.randint(1, 99)) is True


@pytest.mark.criterion("lifetime")
def test_subject_goes_first(scenarios, rng, reveal):
    """The subject goes before its displays."""
    (value,) = draw(rng, 1)
    reveal("A subject went while displays were attached; then these went. That used memory of the "
           "subject, or did not work.")
    assert [list(heard) for heard in scenarios.subject_goes(value)] == [[value]] * 3


@pytest.mark.criterion("lifetime")
def test_goes_from_two(scenarios, rng, reveal):
    """A display that is attached to two subjects goes, and neither calls it."""
    (value,) = draw(rng, 1)
    story = "A display that was attached to two subjects went; later one of the subjects went."
    reveal(f"{story} That used memory of what had gone.")
    goes, stays = scenarios.goes_from_two(value)
    reveal(f"{story} After it had gone, it was told {listed(goes)}.")
    assert list(goes) == []
    reveal(f"{story} Another display of both was told {listed(stays) or 'nothing'}.")
    assert list(stays) == [value, value, value + 1]


@pytest.mark.criterion("copies")
@pytest.mark.parametrize("way", ["copied", "copy-assigned", "moved", "move-assigned"])
def test_another_subject(scenarios, rng, reveal, way):
    """If a subject can be copied or moved, displays may go before and after either."""
    (value,) = draw(rng, 1)
    reveal(f"A subject was {way}, then displays went and both subjects were set. One of them used "
           "memory of what had gone.")
    scenarios.by_another(way, value)


@pytest.mark.criterion("while-notifying")
def test_leave_when_told(scenarios, rng, reveal):
    """Displays detach themselves when they are told."""
    count = rng.randint(4, 6)
    # Two neighbours at least stay, or go: to skip one of them shows.
    start = rng.randrange(count - 2)
    leaving = [start, start + 1]
    first, second = draw(rng, 2)
    story = (f"Of {count} displays, {listed(leaving)} detach themselves when they are told. "
             f"Set were {first} and {second}.")
    reveal(f"{story} That ended the program.")
    for index, heard in enumerate(scenarios.leave_when_told(count, leaving, first, second)):
        reveal(f"{story} Display {index} was told {listed(heard) or 'nothing'}.")
        assert list(heard) == ([first] if index in leaving else [first, second])


@pytest.mark.criterion("while-notifying")
@pytest.mark.parametrize("let_go", [False, True])
def test_first_one_ends_all(scenarios, rng, reveal, let_go):
    """Whoever is told first detaches all others, or lets them go."""
    count = rng.randint(3, 5)
    (value,) = draw(rng, 1)
    story = (f"The one of {count} displays that was told first "
             f"{'let all others go' if let_go else 'detached all others'}.")
    reveal(f"{story} That ended the program.")
    told = [list(heard) for heard in scenarios.first_one_ends_all(count, let_go, value)]
    reveal(f"{story} Still, {sum(map(bool, told))} displays were told.")
    assert sorted(told) == [[]] * (count - 1) + [[value]]


@pytest.mark.criterion("while-notifying")
def test_attach_when_told(scenarios, rng, reveal):
    """Displays attach new ones when they are told; these hear of the next value."""
    count = rng.randint(2, 4)
    first, second = draw(rng, 2)
    story = f"Each of {count} displays attached a new one when it was told {first}."
    reveal(f"{story} That ended the program.")
    early, late = scenarios.attach_when_told(count, 20, first, second)
    reveal(f"{story} In the same round, {sum(map(bool, early))} displays were told.")
    assert [list(heard) for heard in early] == [[first]] * count + [[]] * count
    reveal(f"{story} {second} then reached {sum(second in heard for heard in late)} displays.")
    assert [list(heard) for heard in late] == [[first, second]] * count + [[second]] * count


@pytest.mark.criterion("while-notifying")
def test_set_when_told(scenarios, rng, reveal):
    """A display sets a new value when it is told the old one; all hear the new one last."""
    count = rng.randint(3, 5)
    first, second = draw(rng, 2)
    story = f"A display that was told {first} first set {second}."
    reveal(f"{story} That ended the program.")
    for index, heard in enumerate(scenarios.set_when_told(count, first, second)):
        reveal(f"{story} Display {index} was told {listed(heard) or 'nothing'}, in this order.")
        assert heard
        assert heard[-1] == second


@pytest.mark.criterion("twice-or-nobody")
def test_twice(scenarios, rng, reveal):
    """A display that is attached twice is told once, and detached once."""
    count = rng.randint(2, 4)
    twice = rng.randrange(count)
    first, second = draw(rng, 2)
    story = (f"Display {twice} was attached twice, {first} was set, the display was detached, and "
             f"{second} was set.")
    reveal(f"{story} That ended the program.")
    for index, heard in enumerate(scenarios.attach_twice(count, twice, first, second)):
        reveal(f"{story} Display {index} was told {listed(heard) or 'nothing'}.")
        assert list(heard) == ([first] if index == twice else [first, second])


@pytest.mark.criterion("twice-or-nobody")
def test_nobody(scenarios, rng, reveal):
    """A null pointer is attached, where that can be written."""
    count = rng.randint(1, 3)
    (value,) = draw(rng, 1)
    reveal("A null pointer was attached. That ended the program, then or at the next value.")
    threw, told = scenarios.attach_nobody(count, value)
    reveal("Attaching a null pointer threw something that is no std::exception.")
    assert threw != "something else"
    reveal(f"A null pointer was attached, and {sum(map(bool, told))} of {count + 1} displays were "
           "told the next value.")
    assert [list(heard) for heard in told] == [[value]] * (count + 1)


@pytest.mark.criterion("failing")
@pytest.mark.parametrize("derived", [True, False])
def test_one_throws(scenarios, rng, reveal, derived):
    """One display throws when it is told; the others are told nevertheless."""
    count = rng.randint(3, 5)
    index = rng.randrange(1, count - 1)
    first, second = draw(rng, 2)
    what = "a std::runtime_error" if derived else "an int"
    story = f"Of {count} displays, number {index} threw {what} when it was told {first}."
    reveal(f"{story} That ended the program.")
    early, late = scenarios.one_throws(count, index, derived, first, second)
    reveal(f"{story} {sum(map(bool, early))} were told.")
    assert [list(heard) for heard in early] == [[first]] * count
    told = sum(second in heard for heard in late)
    reveal(f"{story} Then {second} was set, and {told} were told.")
    assert [list(heard) for heard in late] == [[first, second]] * count
