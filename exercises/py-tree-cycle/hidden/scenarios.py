"""Grows trees, lets go of nodes, and reports links, the living, and lines. It judges nothing."""

import contextlib
import gc
import io
import sys
import weakref

import tree as submission

gc.freeze()  # what exists by now is no garbage: the collections below look at ours alone
gc.disable()
TRAITS = {
    "plain": {},
    "no length": {"__len__": lambda self: 0},
    "false": {"__bool__": lambda self: False},
}


def printing():
    """A context in which standard output is caught."""
    return contextlib.redirect_stdout(io.StringIO())


class Grove:
    """Nodes with names: `held` has those that are held here, `watched` a weak reference to each."""

    def __init__(self, kind, trait="plain"):
        base = getattr(submission, kind)
        self.cls = type("Special", (base,), TRAITS[trait]) if TRAITS[trait] else base
        self.held = {}
        self.watched = {}

    def node(self, name):
        return None if name is None else self.watched[name]()

    def name(self, node, exactly=False):
        """The name of a node, found by identity; unless `exactly`, that of a proxy's node, too."""
        for name, watched in self.watched.items():
            if node is not None and watched() is node:
                return name
            if not exactly and type(node) in weakref.ProxyTypes and watched() == node:
                return name
        return None if node is None else f"a stranger ({type(node).__name__})"

    def do(self, action, name=None, other=None):
        if action == "make":
            self.keep(name, other)
        elif action == "knot":
            box = []
            self.keep(name, box)
            box.append(self.held[name])
        elif action == "add":
            self.node(other).add_child(self.node(name))
        elif action == "assign":
            self.node(name).parent = self.node(other)
        elif action == "drop":
            gc.disable()  # whatever the submission did meanwhile
            del self.held[name]
        elif action == "collect":
            gc.collect()

    def keep(self, name, value):
        self.held[name] = self.cls(value)
        self.watched[name] = weakref.ref(self.held[name])

    def run(self, steps):
        for step in steps:
            self.do(*step)
        return self

    def alive(self):
        """Names of those that live, in the order in which they were made."""
        return [name for name, watched in self.watched.items() if watched() is not None]

    def links(self):
        """Name, parent and children of each one that lives."""
        return [[name, self.name(self.node(name).parent),
                 [self.name(child) for child in self.node(name).children]]
                for name in self.alive()]


def grown(kind, steps, trait="plain"):
    """All links after the steps."""
    with printing():
        return Grove(kind, trait).run(steps).links()


def values(kind, steps):
    """All values after the steps."""
    with printing():
        grove = Grove(kind).run(steps)
        return [[name, grove.node(name).value] for name in grove.alive()]


def sequence(kind, steps, name):
    """The children of a node: how many there are, then each by its index, and its very parent."""
    with printing():
        grove = Grove(kind).run(steps)
        children = grove.node(name).children
        nodes = [children[at] for at in range(len(children))]
        return [len(children), [[grove.name(node, True), grove.name(node.parent, True)]
                                for node in nodes]]


def told_apart(kind, value, count):
    """How many nodes of a value equal the first of them, and how many a set holds."""
    with printing():
        nodes = [getattr(submission, kind)(value) for _ in range(count)]
        return [sum(1 for node in nodes if nodes[0] == node), len(set(nodes))]


def attempted(kind, steps, attempts, trait="plain"):
    """All links after the steps; then for each attempt what it raised, and all links after it."""
    with printing():
        grove = Grove(kind, trait).run(steps)
        before, seen = grove.links(), []
        for attempt in attempts:
            raised = []
            try:
                grove.do(*attempt)
            except Exception as error:
                raised = [cls.__name__ for cls in type(error).__mro__]
            seen.append([raised, grove.links()])
        return [before, seen]


def living(kind, steps, moves=(), later=()):
    """Who lives after the steps, moves that may fail, and later steps."""
    with printing():
        grove = Grove(kind).run(steps)
        for move in moves:
            with contextlib.suppress(Exception):
                grove.do(*move)
        return grove.run(later).alive()


def successor(kind, value):
    """What the parent of a node is after that is gone and others came, one at the same address."""
    cls = getattr(submission, kind)
    with printing():
        child, held = cls(value), [cls(value)]
        held[0].add_child(child)
        address = id(held.pop())
        while len(held) < 3000 and (not held or id(held[-1]) != address):
            held.append(cls(value))
        return None if child.parent is None else "another node"


def piled_up(kind, count):
    """How many more blocks of memory are in use after many small trees, one moved node each."""
    cls = getattr(submission, kind)

    def come_and_go(many):
        trees = []
        for number in range(many):
            root, other, child = cls(number), cls(number), cls(number)
            root.add_child(child)
            with contextlib.suppress(Exception):
                child.parent = other
            trees += [root, other]

    with contextlib.redirect_stdout(Nowhere()):
        come_and_go(count // 10)
        gc.collect()
        before = sys.getallocatedblocks()
        come_and_go(count)
        gc.collect()
        return sys.getallocatedblocks() - before


class Nowhere(io.TextIOBase):
    """Standard output that keeps nothing."""

    def write(self, text):
        return len(text)


def last_words(kind, trait, given):
    """Lines while a node for each value is held, and the lines of each that is dropped."""
    seen = []
    with printing() as out:
        grove = Grove(kind, trait)
        for place, value in enumerate(given):
            grove.do("make", place, value)
        before = out.getvalue().splitlines()
        for place in range(len(given)):
            start = len(out.getvalue())
            grove.do("drop", place)
            grove.do("collect")
            seen.append(out.getvalue()[start:].splitlines())
        return [before, seen]


def farewell(kind, steps):
    """Lines that were printed during the steps, and who lives after them."""
    with printing() as out:
        grove = Grove(kind).run(steps)
        return [out.getvalue().splitlines(), grove.alive()]


def unfinished(kind):
    """Lines and ignored exceptions when making a node fails, without a value and in a subclass."""
    base = getattr(submission, kind)

    class Late(base):
        def __init__(self, value):
            raise LookupError(value)

    ignored, lines = [], []
    sys.unraisablehook = lambda given: ignored.append(given.exc_type.__name__)
    for make, given in ((base, []), (Late, [7])):
        with printing() as out, contextlib.suppress(TypeError, LookupError):
            make(*given)
            out.truncate(0)  # a node that could be made after all has its last words
        gc.collect()
        lines += out.getvalue().splitlines()
    return [lines, ignored]
