# ATTACK disk_fill
# CLASS: resources
# TRIES: writes up to two hundred megabytes to wherever a file can be made, and many small files.
# SAFE GRADER MUST: let nothing be written.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib

def pwned(what):
    text = "PWN" + "ED-resources " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_disk_fill", "pwned_disk_fill"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for place in ("/tmp", "/dev/shm", "/var/tmp", "."):
    with contextlib.suppress(OSError):
        with open(f"{place}/pwned_fill", "wb") as file:
            for _ in range(200):
                file.write(bytes(1 << 20))
        pwned(f"filled {place}")
    with contextlib.suppress(OSError):
        for number in range(200):
            open(f"{place}/pwned_inode_{number}", "x").close()
        pwned(f"made files in {place}")


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
