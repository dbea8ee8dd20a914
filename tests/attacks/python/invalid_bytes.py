# ATTACK invalid_bytes
# CLASS: static-checks
# TRIES: has bytes in a comment that are no UTF-8, which Python may or may not import.
# SAFE GRADER MUST: be as strict as Python where code runs; a file that cannot be read loses its static points.
# HONEST-RESULT: contained
# AT-MOST: 100
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
# ÿþ bytes
