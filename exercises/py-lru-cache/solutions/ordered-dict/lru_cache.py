"""A least-recently-used cache on an OrderedDict, computing outside its lock."""

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

_MISSING = object()


def lru_cache(maxsize: int | None = 128) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that remembers the results of the `maxsize` calls used last."""
    limit = None if maxsize is None else max(0, maxsize)

    def decorator(func: Callable[..., Any]) -> Callable[..., Any]:
        entries: OrderedDict[Any, Any] = OrderedDict()
        lock = threading.Lock()

        @functools.wraps(func)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            key = (args, frozenset(kwargs.items()))
            with lock:
                result = entries.get(key, _MISSING)
                if result is not _MISSING:
                    entries.move_to_end(key)
                    return result

            result = func(*args, **kwargs)

            with lock:
                entries[key] = result
                entries.move_to_end(key)
                if limit is not None and len(entries) > limit:
                    entries.popitem(last=False)
            return result

        return wrapper

    return decorator
