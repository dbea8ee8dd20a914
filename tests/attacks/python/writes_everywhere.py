# ATTACK writes_everywhere
# CLASS: filesystem
# TRIES: creates files wherever it can be tried, and temporary ones without a name.
# SAFE GRADER MUST: let nothing be written.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import sys
import tempfile

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_writes_everywhere", "pwned_writes_everywhere"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

PLACES = ["/tmp", "/dev/shm", "/var/tmp", "/run", "/", ".", "/proc/self", "/dev", "/sys", "/home", *sys.path,
          os.path.dirname(os.__file__), os.path.dirname(sys.executable or "/x"), "/usr/lib", "/run/user/0"]
for place in PLACES:
    with contextlib.suppress(OSError):
        with open(os.path.join(place or ".", "pwned_file"), "w") as file:
            file.write("x")
        pwned(f"wrote to {place}")
    with contextlib.suppress(OSError):
        os.close(os.open(place or ".", os.O_TMPFILE | os.O_RDWR))
        pwned(f"made a nameless file in {place}")
with contextlib.suppress(OSError):
    tempfile.NamedTemporaryFile(prefix="pwned_").close()
    pwned("made a temporary file")


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
