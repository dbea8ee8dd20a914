import functools


# Caching decorator
def lru_cache(maxsize: int = 128):
    def decorator(func):
        cache = {}

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = str(args) + str(sorted(kwargs.items()))
            if key in cache:
                return cache[key]

            result = func(*args, **kwargs)
            if len(cache) >= maxsize:
                # Remove oldest entry (simplified LRU)
                oldest_key = next(iter(cache))
                del cache[oldest_key]
            cache[key] = result
            return result
        return wrapper
    return decorator
