# ATTACK exec_programs
# CLASS: process
# TRIES: starts programs by exec, posix_spawn, subprocess, os.system, a pty and execveat of a descriptor.
# SAFE GRADER MUST: refuse to execute anything.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import ctypes
import os
import subprocess

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_exec_programs", "pwned_exec_programs"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

PROGRAMS = ("/bin/sh", "/bin/true", "/usr/bin/env", "/proc/self/exe", "/usr/bin/python3")
for program in PROGRAMS:
    with contextlib.suppress(OSError):
        os.posix_spawn(program, [program, "-c", "true"], {})
        pwned("posix_spawn")
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run([program, "--version"], capture_output=True, timeout=1)
        pwned("subprocess")
with contextlib.suppress(OSError):
    if os.system("true") == 0:
        pwned("system")
with contextlib.suppress(OSError):
    os.execv("/bin/echo", ["echo", "PWN" + "ED-process exec"])
for path in (b"/bin/true", b"/lib64/ld-linux-x86-64.so.2"):
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        ctypes.CDLL(None).syscall(322, descriptor, b"", None, None, 0x1000)


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
