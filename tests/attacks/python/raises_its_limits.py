# ATTACK raises_its_limits
# CLASS: resources
# TRIES: raises, lowers and removes its limits.
# SAFE GRADER MUST: set hard limits, and count outside.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import resource

def pwned(what):
    text = "PWN" + "ED-resources " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_raises_its_limits", "pwned_raises_its_limits"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE,
              resource.RLIMIT_CORE):
    soft, hard = resource.getrlimit(which)
    if hard == resource.RLIM_INFINITY:
        pwned(f"limit {which} has no end")
        continue
    for more in (hard + 1, resource.RLIM_INFINITY):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(which, (more, more))
            pwned(f"raised limit {which}")


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
