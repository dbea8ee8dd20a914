# ATTACK new_session
# CLASS: process
# TRIES: leaves its session and group, changes its priority, its processors and its scheduler.
# SAFE GRADER MUST: refuse all of that.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_new_session", "pwned_new_session"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for call in (os.setsid, lambda: os.setpgid(0, os.getppid()), lambda: os.nice(-5),
             lambda: os.sched_setaffinity(0, {0}), lambda: os.setpriority(os.PRIO_PGRP, 0, -5),
             lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))):
    with contextlib.suppress(OSError):
        call()
        pwned("changed its place")


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
