# ATTACK thread_bomb
# CLASS: resources
# TRIES: starts threads until it may not, up to a thousand, which all sleep for a second.
# SAFE GRADER MUST: bound threads.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import threading
import time

with contextlib.suppress(RuntimeError, MemoryError):
    for _ in range(1000):
        threading.Thread(target=time.sleep, args=(1,), daemon=True).start()


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
