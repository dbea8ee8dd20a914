# ATTACK garbage_switched_off
# CLASS: resources
# TRIES: switches the collector off, registers callbacks that collect again, and piles up cycles.
# SAFE GRADER MUST: bound memory and time.
# HONEST-RESULT: contained
# AT-MOST: 100
import gc

gc.callbacks.append(lambda phase, info: None)
gc.set_threshold(1, 1, 1)


class Node:
    def __init__(self):
        self.me = self
        self.load = [None] * 100


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]

    def __repr__(self):
        return str([Node() for _ in range(100)])
