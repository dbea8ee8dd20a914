# ATTACK prctl_games
# CLASS: process
# TRIES: undoes what was set for it by prctl: death signal, dumpable, no new privileges, seccomp, subreaper.
# SAFE GRADER MUST: refuse the options that are no thread's business.
# HONEST-RESULT: contained
# AT-MOST: 100
import ctypes

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_prctl_games", "pwned_prctl_games"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

libc = ctypes.CDLL(None, use_errno=True)
OPTIONS = {"death signal": (1, 0), "dumpable": (4, 1), "subreaper": (36, 1), "seccomp": (22, 0),
           "securebits": (28, 0), "mce kill": (33, 0), "ptracer": (0x59616D61, -1), "mm": (35, 1, 0)}
for name, option in OPTIONS.items():
    if libc.prctl(*option, 0, 0, 0, 0) == 0:
        pwned(name)


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
