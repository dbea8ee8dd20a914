# ATTACK signals_to_others
# CLASS: process
# TRIES: asks with signal 0 which processes it could signal: its parent, its group, everybody, process 1.
# SAFE GRADER MUST: let it signal itself only.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import signal

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_signals_to_others", "pwned_signals_to_others"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for pid in (os.getppid(), 1, 2, -1, -os.getppid(), os.getppid() - 1, os.getpid() - 1):
    if pid in (0, os.getpid()):
        continue
    with contextlib.suppress(OSError):
        os.kill(pid, 0)
        pwned(f"may signal {pid}")
with contextlib.suppress(OSError):
    os.killpg(1, 0)
    pwned("may signal a group")
with contextlib.suppress(OSError, AttributeError):
    descriptor = os.pidfd_open(os.getppid())
    signal.pidfd_send_signal(descriptor, 0)
    pwned("has a pidfd of its parent")


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
