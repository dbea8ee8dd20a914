import time
from functools import wraps
from threading import Lock

_MISSING = object()


class Cache:
    """Keeps values for `ttl` seconds."""

    def __init__(self, ttl: float = 300):
        self.ttl = ttl
        self._entries = {}
        self._lock = Lock()

    def get(self, key, default=None):
        with self._lock:
            value, since = self._entries.get(key, (default, None))
            if since is None or time.monotonic() - since < self.ttl:
                return value
            del self._entries[key]
            return default

    def set(self, key, value):
        now = time.monotonic()
        with self._lock:
            for old in [k for k, (_, since) in self._entries.items() if now - since >= self.ttl]:
                del self._entries[old]
            self._entries[key] = (value, now)

    def invalidate(self, key):
        with self._lock:
            self._entries.pop(key, None)


def cached(cache_instance):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            key = hash((func, args, frozenset(kwargs.items())))
            result = cache_instance.get(key, _MISSING)
            if result is _MISSING:
                result = func(*args, **kwargs)
                cache_instance.set(key, result)
            return result

        return wrapper

    return decorator
