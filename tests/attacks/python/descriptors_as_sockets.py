# ATTACK descriptors_as_sockets
# CLASS: network
# TRIES: uses its descriptors as sockets, makes pairs of every family and connects one elsewhere.
# SAFE GRADER MUST: let a pair be a pair; refuse connect, bind and accept.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import socket

def pwned(what):
    text = "PWN" + "ED-network " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_descriptors_as_sockets", "pwned_descriptors_as_sockets"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for family in range(46):
    if family == socket.AF_UNIX:
        continue
    with contextlib.suppress(OSError):
        socket.socketpair(family)
        pwned(f"a pair of family {family}")
with contextlib.suppress(OSError):
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.connect("\0pwned")
    pwned("connected a pair")
with contextlib.suppress(OSError):
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.sendto(b"x", "/dev/log")
    pwned("sent to a path")
for descriptor in range(5):
    with contextlib.suppress(OSError):
        socket.socket(fileno=descriptor).detach()
        pwned(f"descriptor {descriptor} is a socket")


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
