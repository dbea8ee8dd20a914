"""Hidden tests of who lives and who goes. The cyclic collector is switched off unless told."""

from itertools import product

import pytest

KINDS = ["Node", "WeakNode"]
SHOWS = "The cyclic collector was off."


def family(rng):
    """Steps that make root, middle, leaf, a second child of root and of middle; the names."""
    names = rng.sample(["Garden", "Tools", "Spades", "Rakes", "Plants", "Seeds", "Pots"], 5)
    root, middle, leaf, aunt, sister = names
    steps = [["make", name, name] for name in names]
    steps += [["add", middle, root], ["add", aunt, root], ["add", leaf, middle],
              ["add", sister, middle]]
    return steps, names


def drops(rng, names):
    """Steps that let go of all of them, in any order."""
    return [["drop", name] for name in rng.sample(names, len(names))]


@pytest.mark.criterion("freed")
def test_whole_tree(scenarios, rng, reveal):
    """Nobody holds any node of a tree: all of them are gone at once."""
    for kind in KINDS:
        steps, names = family(rng)
        alive = scenarios.living(kind, [*steps, *drops(rng, names)])
        reveal(f"{kind}: a tree of {len(names)} nodes was dropped, and {len(alive)} of them "
               f"stayed. {SHOWS}")
        assert alive == []


@pytest.mark.criterion("freed")
def test_part_of_a_tree(scenarios, rng, reveal):
    """Of a tree only a node in the middle is held: it and what is below stay, the others go."""
    for kind in KINDS:
        steps, names = family(rng)
        _root, middle, leaf, _aunt, sister = names
        others = [name for name in names if name != middle]
        alive = scenarios.living(kind, [*steps, *drops(rng, others)])
        reveal(f"{kind}: only {middle} was held, with {leaf} and {sister} below it; alive were "
               f"{alive}. {SHOWS}")
        assert sorted(alive) == sorted([middle, leaf, sister])


@pytest.mark.criterion("freed")
def test_former_parent(scenarios, rng, reveal):
    """A node was moved, and its former parent is dropped, or all are: they are gone at once."""
    for kind, way in product(KINDS, ("add", "assign")):
        steps, names = family(rng)
        root, middle, leaf, aunt, sister = names
        moves = [[way, leaf, aunt], [way, aunt, sister], ["assign", aunt, None]]
        alive = scenarios.living(kind, steps, moves, drops(rng, [root, middle, sister]))
        reveal(f"{kind}: {leaf} was moved from {middle} to {aunt}, both were held, and {middle}, "
               f"its parent and its other child were dropped. Alive were {alive}. {SHOWS}")
        assert sorted(alive) == sorted([leaf, aunt])
        alive = scenarios.living(kind, steps, moves, drops(rng, names))
        reveal(f"{kind}: nodes were moved, then all were dropped, and {len(alive)} of "
               f"{len(names)} stayed. {SHOWS}")
        assert alive == []


# collectable


@pytest.mark.criterion("collectable")
def test_somebody_elses_cycle(scenarios, rng, reveal):
    """A value refers back to its node: gc.collect() frees the tree."""
    for kind in KINDS:
        steps, names = family(rng)
        knot = rng.choice(names)
        steps = [["knot", name] if (action, name) == ("make", knot) else [action, name, other]
                 for action, name, other in steps]
        alive = scenarios.living(kind, [*steps, *drops(rng, names), ["collect"]])
        reveal(f"{kind}: the value of one node was a list with that node in it. When nobody held "
               f"any, and after gc.collect(), {len(alive)} of {len(names)} nodes stayed.")
        assert alive == []


@pytest.mark.criterion("collectable")
def test_nothing_piles_up(scenarios, rng, reveal):
    """Hundreds of trees come and go, and leave nothing behind."""
    for kind in KINDS:
        count = rng.randint(300, 400)
        left = scenarios.piled_up(kind, count)
        reveal(f"{kind}: {count} trees came and went, with one node each that was moved. After "
               "gc.collect() more memory was in use than before, at least a piece for each tree.")
        assert left < count


# dead-parents


@pytest.mark.criterion("dead-parents")
def test_orphan(scenarios, rng, reveal):
    """The parent of a node goes: its `parent` is None, its children are still there."""
    for kind in KINDS:
        steps, names = family(rng)
        _root, middle, leaf, _aunt, sister = names
        others = [name for name in names if name != middle]
        reveal(f"{kind}: {middle} was held, its parent went, and {middle}.parent was read.")
        seen = scenarios.grown(kind, [*steps, *drops(rng, others)])
        reveal(f"{kind}: {middle} was held, with {leaf} and {sister} below it, and its parent "
               f"went. Name, parent and children of those left were {seen}.")
        assert sorted(seen) == sorted([[middle, None, [leaf, sister]], [leaf, middle, []],
                                       [sister, middle, []]])


@pytest.mark.criterion("dead-parents")
def test_successor(scenarios, rng, reveal):
    """The parent of a node goes, and a new node takes its place in memory: no relative."""
    for kind in KINDS:
        value = rng.randint(1, 99)
        reveal(f"{kind}: a node was held, its parent went, and node.parent was read.")
        seen = scenarios.successor(kind, value)
        reveal(f"{kind}: a node's parent went, and other nodes were made, one of them where the "
               f"parent had been in memory. The node's parent was then {seen}.")
        assert seen is None


@pytest.mark.criterion("dead-parents")
def test_orphan_goes_on(scenarios, rng, reveal):
    """A node whose parent is gone is put elsewhere, taken out, or given another child."""
    for kind, way in product(KINDS, ("add", "assign", "take out", "stay")):
        steps, names = family(rng)
        root, middle, _leaf, aunt, _sister = names
        move, what = {
            "add": (["add", middle, aunt], f"{aunt}.add_child({middle})"),
            "assign": (["assign", middle, aunt], f"{middle}.parent = {aunt}"),
            "take out": (["assign", middle, None], f"{middle}.parent = None"),
            "stay": (["add", aunt, middle], f"{middle}.add_child({aunt})")}[way]
        reveal(f"{kind}: the parent of {middle} and {aunt} went. Afterwards: {what}.")
        never = [step for step in steps if root not in step]
        expected = scenarios.attempted(kind, never, [move])
        seen = scenarios.attempted(kind, [*steps, ["drop", root]], [move])
        [[raised, links]] = seen[1]
        went = f"raised {raised[0]}" if raised else f"left this (name, parent, children): {links}"
        reveal(f"{kind}: the parent of {middle} and {aunt} went. Afterwards {what} {went}. That is "
               "not what happens with nodes that never had a parent.")
        assert seen == expected


# last-words


@pytest.mark.criterion("last-words")
def test_last_words(scenarios, rng, reveal):
    """Each node prints its line when it goes, once, and not before."""
    for kind, trait in product(KINDS, ("plain", "no length")):
        given = [f"word-{rng.randint(1, 999)}", None, 0, "", rng.randint(1, 99)]
        rng.shuffle(given)
        before, after = scenarios.last_words(kind, trait, given)
        reveal(f"{kind}: nodes with the values {given} were dropped one by one. Before, these "
               f"lines were printed: {before}; and for each that was dropped: {after}.")
        assert before == []
        assert after == [[f"Node {value} is being destroyed"] for value in given]


@pytest.mark.criterion("last-words")
def test_last_words_of_a_tree(scenarios, rng, reveal):
    """A tree goes: one line for each of its nodes that is gone."""
    for kind in KINDS:
        steps, names = family(rng)
        lines, alive = scenarios.farewell(kind, [*steps, *drops(rng, names), ["collect"]])
        gone = [name for name in names if name not in alive]
        reveal(f"{kind}: a tree was dropped, and of its nodes {gone} were gone. These lines were "
               f"printed: {lines}.")
        assert sorted(lines) == sorted(f"Node {name} is being destroyed" for name in gone)


@pytest.mark.criterion("last-words")
def test_unfinished(scenarios, reveal):
    """A node is made without a value, or its subclass fails first: no line, no ignored error."""
    for kind in KINDS:
        lines, ignored = scenarios.unfinished(kind)
        reveal(f"{kind}: nodes were made whose __init__ failed. They printed {lines}; ignored "
               f"exceptions: {ignored}.")
        assert lines == []
        assert ignored == []
