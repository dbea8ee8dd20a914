# ATTACK multiprocessing_helpers
# CLASS: process
# TRIES: uses multiprocessing, its managers and shared memory to leave helpers behind.
# SAFE GRADER MUST: refuse processes, sockets and shared memory.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import multiprocessing as mp
from multiprocessing import shared_memory

def pwned(what):
    text = "PWN" + "ED-process " + what
    print(text, flush=True)
    for path in ("/tmp/pwned_multiprocessing_helpers", "pwned_multiprocessing_helpers"):
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass

for method in ("fork", "spawn"):
    with contextlib.suppress(Exception):
        process = mp.get_context(method).Process(target=print)
        process.start()
        pwned(method)
with contextlib.suppress(Exception):
    shared_memory.SharedMemory(name="pwned_shared", create=True, size=10)
    pwned("shared memory")


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
