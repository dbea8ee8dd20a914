# ATTACK passes_descriptors
# CLASS: process
# TRIES: passes its descriptors through a socket pair and reopens them by /proc and /dev.
# SAFE GRADER MUST: leave nothing worth passing, and nobody to pass it to.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import socket

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_passes_descriptors", "pwned_passes_descriptors"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

with contextlib.suppress(OSError):
    one, other = socket.socketpair()
    socket.send_fds(one, [b"x"], [0, 1, 2, 3, 4])
    _, fds, _, _ = socket.recv_fds(other, 10, 10)
    for fd in fds:
        with contextlib.suppress(OSError):
            if os.fstat(fd).st_mode & 0o170000 == 0o040000:
                pwned("has a folder open")
for number in range(512):
    with contextlib.suppress(OSError):
        kind = os.fstat(number).st_mode & 0o170000
        if kind in (0o040000, 0o060000) or number > 64 and kind == 0o100000:
            pwned(f"descriptor {number} is a folder or a file")
    for place in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError):
            os.close(os.open(f"{place}/{number}", os.O_RDWR))


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
