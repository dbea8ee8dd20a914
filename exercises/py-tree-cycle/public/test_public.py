"""A few examples of what `Node` and `WeakNode` promise. The hidden tests go further."""

import gc
import weakref

from tree import Node


def test_a_tree_goes_at_once():
    gc.disable()
    try:
        garden, tools = Node("Garden"), Node("Tools")
        garden.add_child(tools)
        watched = weakref.ref(garden)
        del garden
        assert watched() is None
        assert tools.parent is None
    finally:
        gc.enable()


def test_a_child_has_one_parent():
    garden, offers, spades = Node("Garden"), Node("Offers"), Node("Spades")
    garden.add_child(spades)
    offers.add_child(spades)
    assert spades.parent is offers
    assert list(offers.children) == [spades]
    assert list(garden.children) == []
