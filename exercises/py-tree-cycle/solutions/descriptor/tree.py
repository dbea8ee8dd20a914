from dataclasses import dataclass, field
from functools import partial
from typing import Any
import weakref


class Up:
    """The parent of a node: kept weakly, and in step with the parent's children."""

    def __get__(self, node, owner=None):
        return self if node is None else node._up()

    def __set__(self, node, parent):
        above = parent
        while above is not None and above is not node:
            above = above._up()
        if above is not None:
            raise ValueError(f"{parent!r} is below {node!r}")
        former = node._up()
        if former is not None:
            at = next(at for at, child in enumerate(former.children) if child is node)
            del former.children[at]
        node._up = (lambda: None) if parent is None else weakref.ref(parent)
        if parent is not None:
            parent.children.append(node)


@dataclass(eq=False, repr=False)
class Node:
    value: Any
    children: list = field(default_factory=list, init=False)

    parent = Up()
    _up = staticmethod(lambda: None)

    def __post_init__(self):
        _watch(self, f"Node {self.value} is being destroyed")

    def add_child(self, child):
        child.parent = self


_watched = {}


def _watch(node, words):
    _watched[id(node)] = weakref.ref(node, partial(_gone, id(node), words))


def _gone(key, words, _):
    del _watched[key]
    print(words)


WeakNode = Node
