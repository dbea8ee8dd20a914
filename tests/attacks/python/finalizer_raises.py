# ATTACK finalizer_raises
# CLASS: lifecycle
# TRIES: is right, and its finalizers, weak references, exit and exception hooks raise everything.
# SAFE GRADER MUST: treat them as noise of the submission.
# HONEST-RESULT: contained
# AT-MOST: 100
import atexit
import sys
import threading
import weakref


def bad(*_, **__):
    raise SystemExit(0)


atexit.register(bad)
sys.excepthook = sys.unraisablehook = threading.excepthook = sys.displayhook = bad
weakref.finalize(bad, bad)


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
        raise KeyboardInterrupt
