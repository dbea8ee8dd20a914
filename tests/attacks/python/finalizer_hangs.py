# ATTACK finalizer_hangs
# CLASS: lifecycle
# TRIES: is right, and its finalizers, exit hooks and threads never come to an end.
# SAFE GRADER MUST: end the process from outside; nobody waits for it.
# HONEST-RESULT: contained
# AT-MOST: 100
import atexit
import threading
import time

atexit.register(time.sleep, 60)
threading.Thread(target=time.sleep, args=(60,)).start()


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
    def __del__(self):
        time.sleep(60)
