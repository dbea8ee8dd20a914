# ATTACK fork_bomb
# CLASS: process
# TRIES: forks in bounded numbers, by os.fork, by vfork and by raw clone, and counts the children.
# SAFE GRADER MUST: refuse to start processes.
# HONEST-RESULT: contained
# AT-MOST: 100
import ctypes
import os

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_fork_bomb", "pwned_fork_bomb"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for start in (os.fork, lambda: ctypes.CDLL(None).syscall(58), lambda: ctypes.CDLL(None).syscall(56, 17)):
    for _ in range(3):
        try:
            pid = start()
        except (OSError, AttributeError):
            continue
        if pid == 0:
            os._exit(0)
        if pid > 0:
            pwned("started a process")


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
