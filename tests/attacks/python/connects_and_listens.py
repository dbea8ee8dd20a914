# ATTACK connects_and_listens
# CLASS: network
# TRIES: connects to loopback, to metadata services and the internet, listens, and resolves names.
# SAFE GRADER MUST: refuse sockets.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import socket

def pwned(what):
    text = "PWN" + "ED-network " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_connects_and_listens", "pwned_connects_and_listens"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for address in (("127.0.0.1", 22), ("169.254.169.254", 80), ("1.1.1.1", 53), ("::1", 80)):
    with contextlib.suppress(OSError):
        socket.create_connection(address, timeout=0.2)
        pwned(f"connected to {address}")
with contextlib.suppress(OSError):
    socket.create_server(("127.0.0.1", 0))
    pwned("listens")
with contextlib.suppress(OSError):
    socket.getaddrinfo("example.org", 80)
    pwned("resolved a name")
for name in ("\0grader", "/run/dbus/system_bus_socket", "/var/run/docker.sock"):
    with contextlib.suppress(OSError):
        socket.socket(socket.AF_UNIX).connect(name)
        pwned(f"connected to {name!r}")


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
