# ATTACK poisons_caches
# CLASS: filesystem
# TRIES: plants bytecode, .pth files and source beside modules, for the next process to load.
# SAFE GRADER MUST: let nothing be written, and start each test from the same memory.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import sys

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_poisons_caches", "pwned_poisons_caches"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

sys.dont_write_bytecode = False
for module in list(sys.modules.values()):
    place = getattr(module, "__file__", None)
    cached = getattr(module, "__cached__", None)
    for path in (place, cached, os.path.join(os.path.dirname(place or "/x/y"), "pwned_hook.pth")):
        if path:
            with contextlib.suppress(OSError):
                open(path, "ab").close()
                pwned(f"could write {path}")


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
