"""Drives `LRUCache` and reports what came back. It judges nothing."""

import solution


def answers(capacity, operations):
    """What the operations on a new cache return: ("get", key) or ("put", key, value)."""
    cache = solution.LRUCache(capacity)
    return [getattr(cache, name)(*rest) for name, *rest in operations]


def same_object(value):
    """Whether the very object comes back that was put in."""
    cache = solution.LRUCache(2)
    cache.put("key", value)
    return cache.get("key") is value


def in_turn(capacities, operations):
    """Like `answers`, for caches that are used in turn: each operation names its cache first."""
    caches = [solution.LRUCache(capacity) for capacity in capacities]
    return [getattr(caches[which], name)(*rest) for which, name, *rest in operations]
