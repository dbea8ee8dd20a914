import weakref


class _Root:
    """Stands where a proxy of a parent stands in other nodes."""

    def itself(self):
        return None


class WeakNode:
    __slots__ = ("__weakref__", "_above", "_below", "_finished", "value")

    def __init__(self, value):
        self.value = value
        self._below = {}
        self._above = _Root()
        self._finished = True

    def __del__(self):
        try:
            self._finished
        except AttributeError:
            return
        print("Node", self.value, "is being destroyed")

    def itself(self):
        return self

    @property
    def children(self):
        return list(self._below.values())

    @property
    def parent(self):
        return self._above.itself()

    @parent.setter
    def parent(self, parent):
        if parent is not None:
            parent._refuse_if_below(self)
        former = self.parent
        if former is not None:
            del former._below[id(self)]
        self._above = _Root()
        if parent is not None:
            self._above = weakref.proxy(parent)
            parent._below[id(self)] = self

    def add_child(self, child):
        child.parent = self

    def _refuse_if_below(self, child):
        if self is child:
            raise ValueError("a tree has no loops")
        if self.parent is not None:
            self.parent._refuse_if_below(child)


class Node(WeakNode):
    __slots__ = ()
