"""A least-recently-used cache on a ring of links and an index."""


class _Link:
    __slots__ = ("key", "newer", "older", "value")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.newer = self.older = self

    def take_out(self):
        self.older.newer, self.newer.older = self.newer, self.older

    def put_before(self, anchor):
        self.older, self.newer = anchor.older, anchor
        self.older.newer = anchor.older = self


class LRUCache:
    def __init__(self, capacity):
        self._room = capacity
        self._index = {}
        self._anchor = _Link()

    def get(self, key):
        link = self._index.get(key)
        if link is None:
            return -1
        link.take_out()
        link.put_before(self._anchor)
        return link.value

    def put(self, key, value):
        link = self._index.pop(key, None)
        if link is None and len(self._index) == self._room:
            link = self._anchor.newer
            del self._index[link.key]
        if link is not None:
            link.take_out()
        self._index[key] = fresh = _Link(key, value)
        fresh.put_before(self._anchor)
