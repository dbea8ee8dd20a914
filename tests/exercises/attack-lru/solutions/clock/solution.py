"""A least-recently-used cache that counts uses and looks for the smallest count."""

import itertools


class LRUCache:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.values: dict = {}
        self.used: dict = {}
        self.now = itertools.count()

    def get(self, key):
        try:
            value = self.values[key]
        except KeyError:
            return -1
        self.used[key] = next(self.now)
        return value

    def put(self, key, value):
        if key not in self.values and len(self.values) >= self.capacity:
            oldest = min(self.used, key=self.used.__getitem__)
            del self.values[oldest], self.used[oldest]
        self.values[key] = value
        self.used[key] = next(self.now)
