import time
from functools import wraps


class Cache:
    def __init__(self, ttl: int = 300):  # 5 minutes TTL
        self.cache = {}
        self.ttl = ttl

    def get(self, key):
        if key in self.cache:
            value, timestamp = self.cache[key]
            if time.time() - timestamp < self.ttl:
                return value
            else:
                del self.cache[key]
        return None

    def set(self, key, value):
        self.cache[key] = (value, time.time())

    def invalidate(self, key):
        if key in self.cache:
            del self.cache[key]


def cached(cache_instance):
    def decorator(func):
        @wraps(func)
        def wrapper(*args, **kwargs):
            cache_key = f"{func.__name__}:{str(args)}:{str(kwargs)}"
            result = cache_instance.get(cache_key)
            if result is None:
                result = func(*args, **kwargs)
                cache_instance.set(cache_key, result)
            return result
        return wrapper
    return decorator
