# ATTACK reads_differently
# CLASS: static-checks
# TRIES: has lines that end in carriage returns and form feeds, tabs, and comments that other tools end.
# SAFE GRADER MUST: read source as Python does, everywhere.
# HONEST-RESULT: contained
# AT-MOST: 100
x = 1  # a comment that ends herey = 2
z = 3


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
