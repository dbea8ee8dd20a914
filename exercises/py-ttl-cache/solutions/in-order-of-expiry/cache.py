"""All entries live equally long, so they expire in the order in which they were set."""

from collections import OrderedDict
from functools import update_wrapper
from threading import RLock
from time import monotonic


class Cache:
    def __init__(self, ttl=300):
        self.ttl = ttl
        self._expiry = OrderedDict()
        self._values = {}
        self._guard = RLock()

    def _drop(self, key):
        self._expiry.pop(key, None)
        return self._values.pop(key, None)

    def _sweep(self):
        now = monotonic()
        while self._expiry:
            key, expiry = next(iter(self._expiry.items()))
            if expiry > now:
                break
            self._drop(key)

    def get(self, key, default=None):
        with self._guard:
            self._sweep()
            return self._values.get(key, default)

    def set(self, key, value):
        with self._guard:
            self._sweep()
            self._drop(key)
            if self.ttl > 0:
                self._expiry[key] = monotonic() + self.ttl
                self._values[key] = value

    def invalidate(self, key):
        with self._guard:
            self._drop(key)


class _Call:
    """What makes a call the call that it is."""

    def __init__(self, function, args, kwargs):
        self._parts = (function, args, kwargs)
        self._hash = hash((function, args, tuple(sorted(kwargs))))

    def __hash__(self):
        return self._hash

    def __eq__(self, other):
        return isinstance(other, _Call) and self._parts == other._parts


def cached(cache_instance):
    nothing = object()

    def decorator(func):
        def wrapper(*args, **kwargs):
            call = _Call(func, args, kwargs)
            found = cache_instance.get(call, nothing)
            if found is not nothing:
                return found
            made = func(*args, **kwargs)
            cache_instance.set(call, made)
            return made

        return update_wrapper(wrapper, func)

    return decorator
