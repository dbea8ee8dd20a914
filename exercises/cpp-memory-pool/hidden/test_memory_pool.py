"""Hidden tests of MemoryPool. Scenarios report addresses and counts; they are judged here."""

import itertools

import pytest

SIZE_OF_NUMBER = 8
FOREIGN = {
    "local": "the address of a local variable",
    "other pool": "an object of another pool",
    "middle": "an address in the middle of one of its objects",
    "before": "an address well before its objects",
    "behind": "an address well behind its objects",
}


def have_places_of_their_own(addresses):
    """Whether numbers at these addresses do not overlap, and none is at null."""
    ordered = sorted(addresses)
    gaps = [b - a for a, b in itertools.pairwise(ordered)]
    return all(gap >= SIZE_OF_NUMBER for gap in gaps) and 0 not in ordered


@pytest.mark.criterion("compiles")
@pytest.mark.build("main", "address,undefined")
def test_builds(build, reveal):
    """A program that includes `memory_pool.hpp` and uses pools of simple types compiles."""
    reveal("A program that makes pools of numbers and of simple objects could not be built.")
    assert build.ok


@pytest.mark.criterion("hands-out")
def test_as_many_as_there_is_room_for(scenarios, rng, reveal):
    """A pool hands out as many objects as it has room for, each in a place of its own."""
    size = rng.randint(2, 12)
    reveal(f"A pool of {size} did not hand out {size} objects.")
    addresses, held, threw = scenarios.empty_it(size)
    reveal(f"A pool of {size} handed out {size} objects, and they overlap.")
    assert have_places_of_their_own(addresses)
    assert all(address % SIZE_OF_NUMBER == 0 for address in addresses)
    assert held == list(range(1, size + 1))
    reveal(f"A pool of {size} was asked for one object more. It threw no std::exception.")
    assert threw == "yes"


@pytest.mark.criterion("hands-out")
def test_places_are_used_again(scenarios, rng, reveal):
    """What was given back, in whatever order, can be handed out again."""
    size = rng.randint(3, 8)
    order = rng.sample(range(size), size)
    reveal(f"From a pool of {size}, all objects were taken and given back in the order {order}. "
           "That did not work.")
    addresses = scenarios.fill_and_empty_again(size, order)
    reveal(f"From a pool of {size}, all objects were taken and given back. After that it handed "
           f"out {len(addresses)}, in {len(set(addresses))} places.")
    assert len(addresses) == size
    assert have_places_of_their_own(addresses)


@pytest.mark.criterion("hands-out")
def test_one_after_another(scenarios, rng, reveal):
    """One object at a time is taken and given back, more often than the pool has places."""
    size = rng.randint(1, 4)
    times = 5 * size
    reveal(f"From a pool of {size}, one object was taken and given back {times} times. That did "
           "not work.")
    assert scenarios.one_after_another(size, times) == times


@pytest.mark.criterion("double-free")
@pytest.mark.parametrize("others", [0, 1, 2])
def test_given_back_twice(scenarios, rng, reveal, others):
    """A pointer is given back twice, with up to two others in between."""
    taken = rng.randint(4, 6)
    size = taken + rng.randint(1, 3)
    first, *between = rng.sample(range(taken), 1 + others)
    story = (f"From a pool of {size}, {taken} objects were taken. Object {first} was given back, "
             f"{'then ' + str(between) + ', ' if between else ''}then {first} once more.")
    reveal(f"{story} That ended the program.")
    threw, room, in_use, handed_out = scenarios.give_back_twice(size, taken, first, between)
    reveal(f"{story} No std::exception was thrown.")
    assert threw == "yes"
    everything = in_use + handed_out
    reveal(f"{story} The pool then had {len(everything)} objects in use, in "
           f"{len(set(everything))} places; it has room for {room}.")
    assert len(everything) == room
    assert have_places_of_their_own(everything)


@pytest.mark.criterion("double-free")
def test_destroyed_once(scenarios, reveal):
    """An object that is given back twice is destroyed once."""
    reveal("An object was given back twice. That ended the program.")
    threw, destroyed = scenarios.destroy_twice()
    reveal("An object was given back twice, and no std::exception was thrown.")
    assert threw == "yes"
    reveal(f"An object was given back twice, and destructors ran {destroyed} times.")
    assert destroyed <= 1


@pytest.mark.criterion("foreign")
@pytest.mark.parametrize("kind", [*FOREIGN, "null"])
def test_foreign_pointer(scenarios, rng, reveal, kind):
    """A pointer that is none of the pool's objects is refused, and nothing has changed."""
    size = rng.randint(3, 6)
    taken = rng.randint(1, size - 1)
    story = f"A pool of {size} was given {FOREIGN.get(kind, 'a null pointer')}."
    reveal(f"{story} That ended the program.")
    threw, foreign, room, in_use, handed_out = scenarios.give_back_foreign(size, taken, kind)
    reveal(f"{story} No std::exception was thrown.")
    assert threw == "yes" or (kind == "null" and threw == "no")
    reveal(f"{story} Later it handed that out.")
    assert foreign not in handed_out
    everything = in_use + handed_out
    reveal(f"{story} {taken} objects were in use, and the pool, with room for {room}, handed out "
           f"{len(handed_out)} more.")
    assert len(everything) == room
    assert have_places_of_their_own(everything)


@pytest.mark.criterion("foreign")
def test_foreign_object_lives(scenarios, reveal):
    """An object that is refused is not destroyed."""
    reveal("A local object and one of another pool were given to a pool. That ended the program.")
    first, second, destroyed = scenarios.destroy_foreign()
    reveal(f"A local object and one of another pool were given to a pool: it destroyed "
           f"{destroyed} of them. Exceptions thrown: {first}, {second}.")
    assert destroyed == 0
    assert (first, second) == ("yes", "yes")


@pytest.mark.criterion("fresh-objects")
def test_objects_come_and_go(scenarios, rng, reveal):
    """Objects are made when they are handed out, and destroyed when they come back."""
    size = rng.randint(5, 9)
    taken = rng.randint(3, size - 1)
    back = rng.randint(1, taken - 1)
    reveal(f"From a pool of {size}, {taken} objects were taken and {back} given back. That ended "
           "the program.")
    ready, out, returned, end = scenarios.counts(size, taken, back)
    reveal(f"A new pool of {size} had made {ready[0]} objects before anybody asked for one.")
    assert ready == (0, 0)
    reveal(f"When {taken} objects were taken, {out[0]} had been made, and {out[1]} existed.")
    assert out == (taken, taken)
    reveal(f"{taken} objects were taken and {back} given back; then {returned[1]} existed.")
    assert returned == (taken, taken - back)
    reveal(f"The pool went with {taken - back} objects in use; {end[1]} still existed after it.")
    assert end == (taken, 0)


@pytest.mark.criterion("fresh-objects")
def test_second_user(scenarios, rng, reveal):
    """The second user of a place finds nothing of the first."""
    secret = rng.randint(1000, 9999)
    first, second = scenarios.second_users(secret)
    reveal("Users of a new pool found this in new objects, whose constructor writes 7, and in new "
           f"numbers: {first}.")
    assert set(first) == {7, 0}
    reveal(f"The first users found {first} and wrote {secret}. The second ones found {second}.")
    assert second == first


@pytest.mark.criterion("fresh-objects")
def test_constructor_throws(scenarios, rng, reveal):
    """The constructor of an object throws, and its place is still free."""
    size = rng.randint(2, 5)
    times = rng.randint(1, size)
    story = f"In a pool of {size}, the constructor of an object threw {times} times."
    reveal(f"{story} That ended the program.")
    came, left, room, too_many = scenarios.failing_constructor(size, times)
    reveal(f"{story} The callers of allocate() met: {', '.join(map(str, came))}.")
    assert came == ["its own"] * times
    reveal(f"{story} After that there was room for {left} objects, and before for {room}.")
    assert left == room
    reveal(f"{story} Destructors ran {too_many} times for objects that were never made.")
    assert too_many <= 0  # those that are left alive at the end are another test's affair


@pytest.mark.criterion("copies")
def test_no_copies(scenarios, reveal):
    """A pool cannot be copied."""
    ways = scenarios.ways_to_copy()
    reveal(f"A pool can be copied by {' and by '.join(map(str, ways))}.")
    assert ways == []


@pytest.mark.criterion("copies")
@pytest.mark.parametrize("by_assignment", [False, True])
def test_move(scenarios, rng, reveal, by_assignment):
    """If a pool can be moved, its objects belong to the target."""
    size = rng.randint(3, 6)
    reveal("A pool was moved while two of its objects were in use. Giving one back to the target, "
           "or using either pool, then ended the program.")
    seen = scenarios.move_it(size, by_assignment)
    if seen is None:
        return
    room, in_use, held, handed_out, made_by_source = seen
    reveal("A pool was moved while two of its objects were in use, and they changed.")
    assert held == 12
    reveal(f"A pool with room for {room} and one object in use was moved, and the target handed "
           f"out {len(handed_out)} more.")
    assert len(in_use + handed_out) == room
    reveal("After a pool was moved, source and target handed out the same place.")
    assert have_places_of_their_own(in_use + handed_out + made_by_source)


@pytest.mark.criterion("copies")
def test_move_onto_a_pool_in_use(scenarios, rng, reveal):
    """If a pool can be assigned by moving, what the target had is destroyed, and nothing else."""
    here, there = rng.randint(1, 2), rng.randint(3, 4)
    reveal("A pool was move-assigned to one whose objects were in use. That ended the program.")
    seen = scenarios.move_onto(here, there)
    if seen == []:
        return
    reveal(f"A pool with {there} objects in use was move-assigned to one with {here}. Then "
           f"{seen[0]} objects existed, and when both pools had gone, {seen[1]}.")
    assert seen == [there, 0]
