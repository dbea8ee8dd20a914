# ATTACK abstract_names
# CLASS: network
# TRIES: sends datagrams to abstract names and binds one, for processes outside to find.
# SAFE GRADER MUST: scope abstract names, and refuse bind.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import socket

def pwned(what):
    text = "PWN" + "ED-network " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_abstract_names", "pwned_abstract_names"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for name in ("\0pwned", "\0/tmp/dbus-x", "\0@systemd", "pwned_socket", "/tmp/pwned_socket"):
    with contextlib.suppress(OSError):
        one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        one.bind(name)
        pwned(f"bound {name!r}")


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
