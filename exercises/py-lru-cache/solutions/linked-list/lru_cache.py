"""A least-recently-used cache on a ring of links and an index, as a class."""

import functools
import threading


class _Link:
    __slots__ = ("key", "newer", "older", "result")

    def __init__(self, key=None, result=None):
        self.key = key
        self.result = result
        self.newer = self
        self.older = self


class _Ring:
    """Links in order of use around an anchor: `anchor.older` was used last."""

    def __init__(self, limit):
        self._limit = limit
        self._index = {}
        self._anchor = _Link()

    def find(self, key):
        link = self._index.get(key)
        if link is not None:
            self._take_out(link)
            self._put_first(link)
        return link

    def add(self, key, result):
        if self._limit == 0 or self.find(key) is not None:
            return
        if self._limit is not None and len(self._index) >= self._limit:
            oldest = self._anchor.newer
            self._take_out(oldest)
            del self._index[oldest.key]
        link = _Link(key, result)
        self._index[key] = link
        self._put_first(link)

    def _take_out(self, link):
        link.older.newer = link.newer
        link.newer.older = link.older

    def _put_first(self, link):
        latest = self._anchor.older
        latest.newer = link
        link.older = latest
        link.newer = self._anchor
        self._anchor.older = link


class _Cached:
    def __init__(self, func, maxsize):
        functools.update_wrapper(self, func)
        self._func = func
        self._ring = _Ring(maxsize if maxsize is None else max(maxsize, 0))
        self._guard = threading.Lock()

    def __call__(self, *args, **kwargs):
        key = (args, tuple((name, kwargs[name]) for name in sorted(kwargs)))
        with self._guard:
            link = self._ring.find(key)
        if link is not None:
            return link.result
        result = self._func(*args, **kwargs)
        with self._guard:
            self._ring.add(key, result)
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


def lru_cache(maxsize=128):
    return lambda func: _Cached(func, maxsize)
