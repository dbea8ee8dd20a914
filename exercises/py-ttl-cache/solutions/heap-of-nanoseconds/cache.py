import functools
import heapq
import itertools
import threading
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass
class _Entry:
    value: Any
    expires: int


@dataclass
class Cache:
    ttl: float = 300
    _entries: dict = field(default_factory=dict, repr=False)
    _heap: list = field(default_factory=list, repr=False)
    _numbers: Any = field(default_factory=itertools.count, repr=False)
    _lock: Any = field(default_factory=threading.Lock, repr=False)

    def get(self, key, default=None):
        with self._lock:
            entry = self._entries.get(key)
        if entry is None or entry.expires <= time.perf_counter_ns():
            return default
        return entry.value

    def set(self, key, value):
        now = time.perf_counter_ns()
        entry = _Entry(value, now + round(self.ttl * 1_000_000_000))
        with self._lock:
            while self._heap and self._heap[0][0] <= now:
                _, _, old_key = heapq.heappop(self._heap)
                old = self._entries.get(old_key)
                if old is not None and old.expires <= now:
                    del self._entries[old_key]
            self._entries[key] = entry
            heapq.heappush(self._heap, (entry.expires, next(self._numbers), key))

    def invalidate(self, key):
        with self._lock:
            self._entries.pop(key, None)


class _Missing:
    pass


def cached(cache_instance):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = (id(func), args, tuple(sorted(kwargs.items(), key=lambda item: item[0])))
            result = cache_instance.get(key, _Missing)
            if result is _Missing:
                result = func(*args, **kwargs)
                cache_instance.set(key, result)
            return result

        return wrapper

    return decorator
