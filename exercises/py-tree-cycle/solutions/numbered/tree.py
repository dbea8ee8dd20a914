import itertools
import weakref


class Tree:
    """What both kinds of nodes have in common."""

    _numbers = itertools.count(1)
    _by_number = weakref.WeakValueDictionary()

    def __init__(self, value):
        self.value = value
        self._above = 0
        self._below = []
        self._number = next(self._numbers)
        self._by_number[self._number] = self

    def __del__(self):
        if "_number" in vars(self):
            print("Node %s is being destroyed" % (self.value,))

    @property
    def children(self):
        return tuple(self._below)

    def _path(self):
        numbers, node = set(), self
        while node is not None:
            numbers.add(node._number)
            node = node.parent
        return numbers

    def _get_parent(self):
        return self._by_number.get(self._above)

    def _set_parent(self, parent):
        if parent is not None and self._number in parent._path():
            raise ValueError("this would be a ring")
        former = self._get_parent()
        if former is not None:
            place = [child._number for child in former._below].index(self._number)
            former._below.pop(place)
        if parent is None:
            self._above = 0
        else:
            self._above = parent._number
            parent._below.append(self)

    parent = property(_get_parent, _set_parent)

    def add_child(self, child):
        child.parent = self


class Node(Tree):
    pass


class WeakNode(Tree):
    pass
