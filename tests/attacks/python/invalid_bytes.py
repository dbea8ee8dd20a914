# ATTACK invalid_bytes
# CLASS: static-checks
# TRIES: is not valid in the encoding that it claims, after a right cache.
# SAFE GRADER MUST: a file that cannot be parsed loses what needs it; nothing crashes.
# HONEST-RESULT: fail
# AT-MOST: 0
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
