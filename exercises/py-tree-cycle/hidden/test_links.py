"""Hidden tests of the links of a tree: building, moving, what is refused, and false nodes."""

from itertools import pairwise

import pytest

from grader.oracle import same

KINDS = ["Node", "WeakNode"]
both = pytest.mark.parametrize("kind", KINDS)


class Plan:
    """Steps that grow a tree, and the links that it has then.

    Below the root are a, b and c; below a are x and y.
    """

    def __init__(self, rng):
        names = rng.sample("defghijkmnopqrstuvw", 6)
        self.root, self.a, self.b, self.c, self.x, self.y = names
        value = rng.randint(1, 99)  # one for all: they are different nodes nevertheless
        self.steps = [["make", name, value] for name in names]
        self.parent = dict.fromkeys(names)
        self.below = {name: [] for name in names}
        for child, parent in ((self.a, self.root), (self.b, self.root), (self.c, self.root),
                              (self.x, self.a), (self.y, self.a)):
            self.put("add", child, parent)

    def put(self, way, child, parent):
        self.steps.append([way, child, parent])
        if self.parent[child] is not None:
            self.below[self.parent[child]].remove(child)
        self.parent[child] = parent
        if parent is not None:
            self.below[parent].append(child)

    def links(self):
        return [[name, self.parent[name], self.below[name]] for name in self.below]

    def told(self):
        """The last steps in words."""
        return "; then ".join(called(*step) for step in self.steps[11:])


def called(way, child, parent):
    """A step in words."""
    return f"{child}.parent = {parent}" if way == "assign" else f"{parent}.add_child({child})"


def wrong(links, right):
    """The links that are not right, in words."""
    return "; ".join(f"{name} had parent {parent} and children {', '.join(children) or 'none'}"
                     for name, parent, children in links if [name, parent, children] not in right
                     ) or "nothing that is left"


@pytest.mark.criterion("importable")
def test_importable(scenarios):
    """`tree.py` can be imported, and `Node` and `WeakNode` make nodes."""
    for kind in KINDS:
        scenarios.living(kind, [["make", "a", 1]])


# in-step


@pytest.mark.criterion("in-step")
def test_reading(scenarios, rng, reveal):
    """A tree of three levels is built, and parents, children and their order are read."""
    for kind in KINDS:
        plan = Plan(rng)
        reveal(f"{kind}: a tree of three levels was built with add_child.")
        seen = scenarios.grown(kind, plan.steps)
        reveal(f"{kind}: a tree of three levels was built with {len(plan.parent) - 1} calls of "
               f"add_child. Wrong was: {wrong(seen, plan.links())}.")
        assert seen == plan.links()
        reveal(f"{kind}: len(node.children) or node.children[0] was not right, or the parent of "
               "that child was not the node itself.")
        assert scenarios.sequence(kind, plan.steps, plan.root) == [
            3, [[child, plan.root] for child in plan.below[plan.root]]]


@pytest.mark.criterion("in-step")
def test_root_keeps_all(scenarios, rng, reveal):
    """Only the root of a tree is held, and all below it stay."""
    for kind in KINDS:
        plan = Plan(rng)
        steps = [*plan.steps, *(["drop", name] for name in plan.below if name != plan.root),
                 ["collect"]]
        seen = scenarios.grown(kind, steps)
        reveal(f"{kind}: the root of a tree with {len(plan.below)} nodes was held, {len(seen)} "
               "lived, or the links were not those that were made.")
        assert seen == plan.links()


@pytest.mark.criterion("in-step")
def test_values(scenarios, rng, reveal):
    """Nodes have the value that they were made with, whatever it is."""
    given = [rng.randint(1, 99), None, 0, "", [1], {}, f"word-{rng.randint(1, 99)}"]
    rng.shuffle(given)
    for kind in KINDS:
        seen = scenarios.values(kind, [["make", str(at), each] for at, each in enumerate(given)])
        reveal(f"{kind}: nodes were made with the values {given}, and had "
               f"{[value for _, value in seen]}.")
        assert same(seen, [[str(at), each] for at, each in enumerate(given)])


@pytest.mark.criterion("in-step")
def test_told_apart(scenarios, rng, reveal):
    """Nodes with the same value are different nodes."""
    for kind in KINDS:
        value, count = rng.randint(1, 99), rng.randint(3, 9)
        reveal(f"{kind}: {count} nodes were made with the value {value}. Two of them were equal, "
               "or could not stand in a set together.")
        assert scenarios.told_apart(kind, value, count) == [1, count]


@both
@pytest.mark.criterion("in-step")
def test_moved(scenarios, rng, reveal, kind):
    """Children are moved to other parents with `add_child`, with all that is below them."""
    plan = Plan(rng)
    moves = [(plan.y, plan.b), (plan.a, plan.c), (plan.x, plan.root)]
    rng.shuffle(moves)
    for child, parent in moves:
        plan.put("add", child, parent)
    reveal(f"{kind}: {plan.told()}.")
    seen = scenarios.grown(kind, plan.steps)
    reveal(f"{kind}: {plan.told()}, where each had another parent. Wrong was: "
           f"{wrong(seen, plan.links())}.")
    assert seen == plan.links()


@both
@pytest.mark.criterion("in-step")
def test_assigned(scenarios, rng, reveal, kind):
    """`child.parent = parent`, for nodes with and without a parent."""
    plan = Plan(rng)
    plan.put("assign", plan.y, plan.c)
    plan.put("assign", plan.y, None)
    plan.put("assign", plan.b, plan.a)
    plan.put("assign", plan.y, plan.b)
    reveal(f"{kind}: {plan.told()}.")
    seen = scenarios.grown(kind, plan.steps)
    reveal(f"{kind}: {plan.told()}. Wrong was: {wrong(seen, plan.links())}.")
    assert seen == plan.links()


@both
@pytest.mark.criterion("in-step")
def test_taken_out(scenarios, rng, reveal, kind):
    """`child.parent = None`, for nodes with and without a parent."""
    plan = Plan(rng)
    for child in rng.sample([plan.root, plan.a, plan.y, plan.c], 4):
        plan.put("assign", child, None)
    reveal(f"{kind}: {plan.told()}.")
    seen = scenarios.grown(kind, plan.steps)
    reveal(f"{kind}: {plan.told()}. Wrong was: {wrong(seen, plan.links())}.")
    assert seen == plan.links()


@both
@pytest.mark.criterion("in-step")
def test_twice(scenarios, rng, reveal, kind):
    """A child is put where it is already."""
    for way in ("add", "assign"):
        plan = Plan(rng)
        stays = rng.choice([plan.b, plan.c])
        reveal(f"{kind}: {called(way, stays, plan.root)}, where it was already.")
        seen = scenarios.grown(kind, [*plan.steps, [way, stays, plan.root]])
        reveal(f"{kind}: {called(way, stays, plan.root)}, where it was already. Unlike before, "
               f"but for the order: {wrong(seen, plan.links())}.")
        places, expected = ([[name, parent, sorted(children)] for name, parent, children in links]
                            for links in (seen, plan.links()))
        assert places == expected
        others = [name for name in seen[0][2] if name != stays]
        assert others == [name for name in plan.below[plan.root] if name != stays]


# no-loops


@pytest.mark.criterion("no-loops")
@pytest.mark.parametrize("way", ["add", "assign"])
def test_loops(scenarios, rng, reveal, way):
    """A node is put below itself, or below one that is below it."""
    for kind in KINDS:
        names = rng.sample("defghijkmnopqrstuvw", 5)  # each one below the one before
        steps = [["make", name, 1] for name in names]
        steps += [["add", low, high] for high, low in pairwise(names)]
        tried = [[way, names[high], names[low]]
                 for high, low in ((0, 0), (0, 1), (0, 2), (0, 4), (1, 3), (2, 2), (2, 4), (4, 4))]
        rng.shuffle(tried)
        before, seen = scenarios.attempted(kind, steps, tried)
        for (_, child, parent), (raised, links) in zip(tried, seen, strict=True):
            place = "itself" if child == parent else f"{parent}, which is below it"
            what = f"{kind}: {child} was to be put below {place}. {called(way, child, parent)}"
            reveal(f"{what} raised {raised[0] if raised else 'nothing'}.")
            assert "ValueError" in raised
            reveal(f"{what} raised {raised[0]}, but the tree changed: {wrong(links, before)}.")
            assert links == before


# empty-nodes


@pytest.mark.criterion("empty-nodes")
@pytest.mark.parametrize("trait", ["no length", "false"])
def test_false_nodes(scenarios, rng, reveal, trait):
    """Nodes of a subclass whose objects are false behave like all others."""
    how = "__len__ gives 0" if trait == "no length" else "__bool__ gives False"
    for kind in KINDS:
        plan = Plan(rng)
        made, links = plan.steps[:6], plan.steps[6:]
        tried = [*links, ["add", plan.y, plan.b], ["add", plan.b, plan.a], ["add", plan.a, plan.y],
                 ["assign", plan.root, plan.y], ["assign", plan.x, plan.c],
                 ["assign", plan.b, None]]
        _, plain = scenarios.attempted(kind, made, tried)
        _, false = scenarios.attempted(kind, made, tried, trait)
        for step, expected, seen in zip(tried, plain, false, strict=True):
            reveal(f"{kind}: nodes whose {how} behaved in another way than plain ones. "
                   f"{called(*step)} raised {seen[0][0] if seen[0] else 'nothing'}; then, other "
                   f"than in a tree of plain ones, {wrong(seen[1], expected[1])}.")
            assert seen == expected
        reveal(f"{kind}: no tree could be built of nodes whose {how}.")
        assert false[len(links) - 1][1] == plan.links()
