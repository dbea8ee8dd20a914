import weakref


_parents = {}


class Node:
    """A node of a tree. It holds its children; its parent it only knows."""

    def __init__(self, value):
        self.value = value
        self.children = []
        self._finished = True
        _parents[id(self)] = None

    def __del__(self):
        if hasattr(self, "_finished"):  # otherwise __init__ never came to its end
            print(f"Node {self.value} is being destroyed")

    @property
    def parent(self):
        known = _parents[id(self)]
        return None if known is None else known()

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
        _parents[id(child)] = weakref.ref(self)
        self.children.append(child)

    def _leave(self):
        parent, _parents[id(self)] = self.parent, None
        if parent is not None:
            parent.children = [child for child in parent.children if child is not self]


class WeakNode(Node):
    """The warehouse's name for the same thing."""
