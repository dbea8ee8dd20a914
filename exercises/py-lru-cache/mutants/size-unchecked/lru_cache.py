import functools
import threading


def lru_cache(maxsize=128):
    def decorator(func):
        cache = {}
        lock = threading.Lock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            with lock:
                if key in cache:
                    cache[key] = cache.pop(key)
                    return cache[key]
            result = func(*args, **kwargs)
            with lock:
                if key not in cache and len(cache) >= maxsize:
                    del cache[next(iter(cache))]
                cache[key] = result
            return result

        return wrapper

    return decorator
