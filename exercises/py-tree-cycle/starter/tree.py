import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []
        self.parent = None

    def __del__(self):
        print(f"Node {self.value} is being destroyed")

    def add_child(self, child):
        child.parent = self
        self.children.append(child)


class WeakNode:
    def __init__(self, value):
        self.value = value
        self.children = []
        self._parent = None

    def __del__(self):
        print(f"Node {self.value} is being destroyed")

    @property
    def parent(self):
        return self._parent() if self._parent else None

    @parent.setter
    def parent(self, value):
        self._parent = weakref.ref(value) if value else None

    def add_child(self, child):
        child.parent = self
        self.children.append(child)
