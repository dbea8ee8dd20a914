"""A least-recently-used cache: the standard library's, behind our name."""

import functools
from collections.abc import Callable
from typing import Any


def lru_cache(maxsize: int | None = 128) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that remembers the results of the `maxsize` calls used last."""
    return functools.lru_cache(maxsize=maxsize)
