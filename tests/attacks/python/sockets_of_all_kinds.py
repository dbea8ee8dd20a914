# ATTACK sockets_of_all_kinds
# CLASS: network
# TRIES: makes sockets of every family and type that the kernel may have.
# SAFE GRADER MUST: refuse sockets but for pairs within the process.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import socket

def pwned(what):
    text = "PWN" + "ED-network " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_sockets_of_all_kinds", "pwned_sockets_of_all_kinds"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for family in range(46):
    for kind in (1, 2, 3, 5):
        with contextlib.suppress(OSError):
            socket.socket(family, kind).close()
            pwned(f"socket of family {family}, type {kind}")


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
