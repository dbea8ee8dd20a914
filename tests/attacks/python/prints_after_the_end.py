# ATTACK prints_after_the_end
# CLASS: lifecycle
# TRIES: is right, and a thread of it goes on printing after each answer.
# SAFE GRADER MUST: keep what came until the end, bounded.
# HONEST-RESULT: contained
# AT-MOST: 100
import sys
import threading
import time


def talk():
    while True:
        sys.stdout.write("still here\n")
        time.sleep(0.0005)


threading.Thread(target=talk, daemon=True).start()


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
