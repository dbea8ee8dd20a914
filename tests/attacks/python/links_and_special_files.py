# ATTACK links_and_special_files
# CLASS: filesystem
# TRIES: plants links, pipes, sockets and devices where a grader may tidy up or write its reports.
# SAFE GRADER MUST: let nothing be made.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import stat

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_links_and_special_files", "pwned_links_and_special_files"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

MAKES = (
    lambda path: os.symlink("/etc/passwd", path), lambda path: os.link("/etc/passwd", path),
    os.mkfifo, lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3)), os.mkdir,
)  # fmt: skip
for place in ("/tmp", "/dev/shm", "grader-report", ".", "/var/tmp"):
    for make in MAKES:
        with contextlib.suppress(OSError):
            make(f"{place}/pwned_link")
            pwned(f"made something in {place}")


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
