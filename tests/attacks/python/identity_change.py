# ATTACK identity_change
# CLASS: process
# TRIES: becomes another user or group, regains capabilities, and makes a file that keeps its rights.
# SAFE GRADER MUST: drop privileges for good before any byte of a submission is read.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_identity_change", "pwned_identity_change"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

if os.getuid() == 0 and os.path.exists("/etc/shadow"):
    pwned("is root")
for call in (os.setuid, os.setgid, os.seteuid, os.setegid):
    with contextlib.suppress(OSError):
        call(0)
        pwned("became root")
with contextlib.suppress(OSError):
    os.setgroups([0, 42])
    pwned("took groups")


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
