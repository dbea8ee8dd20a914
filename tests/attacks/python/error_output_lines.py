# ATTACK error_output_lines
# CLASS: resources
# TRIES: prints a hundred thousand empty lines and control characters to its error output, and is right.
# SAFE GRADER MUST: bound what is kept and shown.
# HONEST-RESULT: contained
# AT-MOST: 100
import sys

sys.stderr.write("\r\n\x1b[2J\x08" * 100_000)


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
