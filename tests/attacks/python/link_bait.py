# ATTACK link_bait
# CLASS: report
# TRIES: prints addresses and file links that a report or a terminal may turn into links.
# SAFE GRADER MUST: make no links of a submission's text.
# HONEST-RESULT: contained
# AT-MOST: 100
print("http://example.org/ https://example.org/\njavascript:alert(1) file:///etc/passwd")
print("[x](http://example.org) ![x](http://example.org/x.png) <http://example.org>")


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
