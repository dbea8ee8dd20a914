# ATTACK output_closed
# CLASS: lifecycle
# TRIES: is right, and closes, replaces and breaks its output streams.
# SAFE GRADER MUST: do not need them for an answer.
# HONEST-RESULT: contained
# AT-MOST: 100
import os
import sys


class Broken:
    def flush(self):
        raise SystemExit(0)

    def write(self, text):
        raise BrokenPipeError


sys.stdout = sys.__stdout__ = None
sys.stderr = Broken()
os.close(1)


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
