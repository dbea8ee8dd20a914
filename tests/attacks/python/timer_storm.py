# ATTACK timer_storm
# CLASS: resources
# TRIES: interrupts itself ten thousand times a second, with handlers in Python, and is right.
# SAFE GRADER MUST: answer or fail in bounded time.
# HONEST-RESULT: contained
# AT-MOST: 100
import signal

signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)


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
