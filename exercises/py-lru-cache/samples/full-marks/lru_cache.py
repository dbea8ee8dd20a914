"""A cache of results that throws out the one that was used least recently."""

import functools
import threading
from collections import OrderedDict

_NOTHING = object()


def lru_cache(maxsize=128):
    """Keep the results of the last `maxsize` different calls; None keeps them all."""

    def decorator(func):
        results = OrderedDict()
        guard = threading.Lock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            key = (args, frozenset(kwargs.items()))
            with guard:
                found = results.get(key, _NOTHING)
                if found is not _NOTHING:
                    results.move_to_end(key)
                    return found
            value = func(*args, **kwargs)
            with guard:
                results[key] = value
                results.move_to_end(key)
                while maxsize is not None and len(results) > max(maxsize, 0):
                    results.popitem(last=False)
            return value

        return wrapper

    return decorator
