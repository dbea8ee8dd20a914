import time
from functools import wraps
from threading import Condition


class Cache:
    def __init__(self, ttl=300):
        self.cache = {}
        self.ttl = ttl
        self.lock = Condition()

    def _alive(self):
        now = time.monotonic()
        return {key: entry for key, entry in self.cache.items() if now - entry[1] < self.ttl}

    def get(self, key, default=None):
        with self.lock:
            try:
                return self._alive()[key][0]
            except KeyError:
                return default

    def set(self, key, value):
        with self.lock:
            self.cache = self._alive() | {key: (value, time.monotonic())}

    def invalidate(self, key):
        with self.lock:
            self.cache = {k: v for k, v in self.cache.items() if k != key}


def cached(cache_instance):
    def decorator(func):
        marker = object()

        @wraps(func)
        def wrapper(*args, **kwargs):
            names = tuple(sorted(kwargs))
            key = (marker, len(args), names, *args, *(kwargs[name] for name in names))
            result = cache_instance.get(key, marker)
            if result is marker:
                result = func(*args, **kwargs)
                cache_instance.set(key, result)
            return result
        return wrapper
    return decorator
