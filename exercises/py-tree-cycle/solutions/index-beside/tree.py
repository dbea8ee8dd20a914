from weakref import WeakKeyDictionary, finalize, ref

_parents = WeakKeyDictionary()


def _nobody():
    return None


def _ancestors(node):
    while node is not None:
        yield node
        node = node.parent


def _move(child, parent):
    if parent is not None and any(node is child for node in _ancestors(parent)):
        raise ValueError(f"{child.value!r} is {parent.value!r} or above it")
    former = child.parent
    if former is parent:
        return
    if former is not None:
        former.children = tuple(each for each in former.children if each is not child)
    if parent is None:
        del _parents[child]
    else:
        _parents[child] = ref(parent)
        parent.children += (child,)


class Node:
    def __init__(self, value):
        self.value = value
        self.children = ()
        finalize(self, print, f"Node {value} is being destroyed")

    @property
    def parent(self):
        return _parents.get(self, _nobody)()

    @parent.setter
    def parent(self, parent):
        _move(self, parent)

    def add_child(self, child):
        _move(child, self)


class WeakNode:
    def __init__(self, value):
        self.value = value
        self.children = ()
        finalize(self, print, f"Node {value} is being destroyed")

    parent = property(Node.parent.fget, _move)

    def add_child(self, child):
        child.parent = self
