import functools
import threading
from collections import OrderedDict


class CachedFunction:
    def __init__(self, func, maxsize):
        functools.update_wrapper(self, func)
        self.func = func
        self.maxsize = maxsize
        self.cache = OrderedDict()
        self.guard = threading.Lock()

    def __call__(self, *args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        with self.guard:
            if key in self.cache:
                self.cache.move_to_end(key)
                return self.cache[key]
        result = self.func(*args, **kwargs)
        with self.guard:
            self.cache[key] = result
            self.cache.move_to_end(key)
            if self.maxsize is not None and len(self.cache) > max(self.maxsize, 0):
                self.cache.popitem(last=False)
        return result


def lru_cache(maxsize=128):
    return lambda func: CachedFunction(func, maxsize)
