# ATTACK output_raises_at_flush
# CLASS: lifecycle
# TRIES: is right, and its output raises a BaseException when the driver flushes it.
# SAFE GRADER MUST: treat a missing answer as a failure.
# HONEST-RESULT: fail
# AT-MOST: 100
import sys


class Broken:
    def flush(self):
        raise KeyboardInterrupt

    def write(self, text):
        return len(text)


sys.stdout = Broken()


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
