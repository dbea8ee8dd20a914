# ATTACK devices
# CLASS: filesystem
# TRIES: opens terminals, kernel logs, memory, disks and random devices for writing, and types into a terminal.
# SAFE GRADER MUST: show it null, zero and urandom.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import fcntl
import os

def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_devices", "pwned_devices"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

DEVICES = ("tty", "console", "ptmx", "pts/0", "kmsg", "mem", "kvm", "fuse", "loop-control", "net/tun", "sda",
           "vda", "random", "urandom", "full", "hwrng", "input/event0", "shm", "mqueue", "vsock")
for name in DEVICES:
    with contextlib.suppress(OSError):
        descriptor = os.open(f"/dev/{name}", os.O_RDWR | os.O_NOCTTY)
        os.close(descriptor)
        pwned(f"opened /dev/{name} for writing")
for descriptor in range(5):
    for byte in b"true\n":
        with contextlib.suppress(OSError):
            fcntl.ioctl(descriptor, 0x5412, bytes([byte]))
            pwned("typed into a terminal")


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
