import weakref


class Node:
    """A node of a tree. It holds its children; its parent it only knows."""

    def __init__(self, value):
        self.value = value
        self.children = []
        self._parent = None
        weakref.finalize(self, print, "Node", value, "is being destroyed")

    @property
    def parent(self):
        return None if self._parent is None else self._parent()

    @parent.setter
    def parent(self, parent):
        if parent is None:
            self._leave()
        else:
            parent.add_child(self)

    def add_child(self, child):
        above = self
        while above is not None:
            if above is child:
                raise ValueError("a node cannot be put below itself")
            above = above.parent
        child._leave()
        child._parent = weakref.ref(self)
        self.children.append(child)

    def _leave(self):
        parent, self._parent = self.parent, None
        if parent is not None:
            parent.children = [child for child in parent.children if child is not self]


class WeakNode(Node):
    """The warehouse's name for the same thing."""
