# ATTACK patched_threading
# CLASS: races
# TRIES: makes locks, events and queues into nothing, in its process.
# SAFE GRADER MUST: rely on nothing that runs in the submission's process.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import queue
import threading

threading.Lock = threading.RLock = contextlib.nullcontext
threading.Event.wait = lambda self, timeout=None: True
queue.Queue.get = lambda self, *_: None


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
