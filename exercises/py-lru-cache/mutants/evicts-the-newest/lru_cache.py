import functools
import threading
from collections import OrderedDict


def lru_cache(maxsize=128):
    def decorator(func):
        cache = OrderedDict()
        lock = threading.Lock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            with lock:
                if key in cache:
                    cache.move_to_end(key)
                    return cache[key]
            result = func(*args, **kwargs)
            with lock:
                cache[key] = result
                cache.move_to_end(key)
                if maxsize is not None and len(cache) > max(maxsize, 0):
                    cache.popitem()
            return result

        return wrapper

    return decorator
