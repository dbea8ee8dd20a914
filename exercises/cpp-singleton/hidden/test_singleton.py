"""Hidden tests of the C++ singleton. Scenarios report addresses; what they mean is decided here."""

import pytest


def is_one_object(addresses):
    """Whether all these are the address of one and the same object."""
    return len(set(addresses)) == 1 and type(addresses[0]) is int and addresses[0] > 0


@pytest.mark.criterion("compiles")
@pytest.mark.build("main", "address,undefined")
def test_builds(build, reveal):
    """A program that includes `singleton.hpp` compiles and links."""
    reveal("A program with one source file that includes your header could not be built.")
    assert build.ok


@pytest.mark.criterion("one-per-program")
@pytest.mark.build("main", "address,undefined")
def test_call_after_call(scenarios, rng, reveal):
    """Call after call, `getInstance()` gives the same object."""
    times = rng.randint(3, 20)
    addresses = scenarios.ask(times)
    reveal(f"getInstance() was called {times} times and gave {len(set(addresses))} different "
           "objects.")
    assert len(addresses) == times
    assert is_one_object(addresses)


@pytest.mark.criterion("sealed")
@pytest.mark.build("main", "address,undefined")
def test_nobody_makes_another(scenarios, reveal):
    """Code outside the class cannot construct, copy, move or assign."""
    ways = scenarios.ways()
    reveal(f"Outside the class, this compiles: {', '.join(map(str, ways))}.")
    assert ways == []


@pytest.mark.criterion("one-per-program")
@pytest.mark.build("two-files", "address,undefined")
def test_two_source_files_link(build, reveal):
    """Two source files that include the header make one program."""
    reveal("A program with two source files that both include your header could not be built.")
    assert build.ok


@pytest.mark.criterion("one-per-program")
@pytest.mark.build("two-files", "address,undefined")
def test_two_source_files_share(scenarios, rng, reveal):
    """Two source files get the same object, before `main` and in it."""
    here = scenarios.ask(rng.randint(1, 5))
    early, elsewhere = scenarios.ask_elsewhere()
    reveal("Two source files called getInstance(), one of them in the constructor of a static "
           "object before main began. They did not all get the same object.")
    assert is_one_object([*here, early, elsewhere])


@pytest.mark.criterion("threads")
@pytest.mark.build("main", "thread")
@pytest.mark.parametrize("least", [2, 6])
def test_first_calls_at_once(scenarios, rng, reveal, least):
    """Threads call for the first time at the same moment."""
    threads = least + rng.randint(0, 2)
    addresses = scenarios.ask_at_once(threads)
    reveal(f"{threads} threads called getInstance() at the same moment and got "
           f"{len(set(addresses))} different objects.")
    assert len(addresses) == threads
    assert is_one_object(addresses)


@pytest.mark.criterion("no-leak")
@pytest.mark.build("main", "address,undefined")
def test_nothing_is_lost(scenarios, rng, reveal):
    """After many calls nothing is left behind in memory."""
    times = rng.randint(50, 200)
    scenarios.ask(times)
    end = scenarios.finish()
    reveal(f"getInstance() was called {times} times by one thread and the program ended. "
           "Memory was left behind that nothing points to.")
    assert end.reports == ()


@pytest.mark.criterion("late-use")
@pytest.mark.build("two-files", "address,undefined")
def test_destructor_of_a_static_object(scenarios, reveal):
    """The destructor of a static object can still use the singleton."""
    reveal("A static object, defined below the #include, called getInstance() in its constructor "
           "and again in its destructor, after main had returned. The singleton was gone.")
    address = scenarios.ask_at_the_end()
    end = scenarios.finish()
    assert end.notes == (address, address)
    assert is_one_object(end.notes)
