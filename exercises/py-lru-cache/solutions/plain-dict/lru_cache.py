"""A least-recently-used cache on a plain dict: whatever is used is inserted again."""

import functools
import threading


def lru_cache(maxsize=128):
    def decorator(func):
        if maxsize is not None and maxsize <= 0:
            @functools.wraps(func)
            def uncached(*args, **kwargs):
                return func(*args, **kwargs)

            return uncached

        cache = {}
        lock = threading.RLock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items(), key=lambda item: item[0])))
            with lock:
                if key in cache:
                    cache[key] = result = cache.pop(key)
                    return result

            result = func(*args, **kwargs)
            with lock:
                if key in cache:  # another thread, or a recursive call, was faster
                    return cache[key]
                if maxsize is not None and len(cache) >= maxsize:
                    del cache[next(iter(cache))]
                cache[key] = result
            return result

        return wrapper

    return decorator
