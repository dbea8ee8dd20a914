# ATTACK pipe_memory
# CLASS: resources
# TRIES: fills the buffers of pipes and socket pairs, enlarged as far as it goes: memory that is the kernel's.
# SAFE GRADER MUST: bound descriptors, and so what they can hold.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import fcntl
import os

hoard = []
with contextlib.suppress(OSError):
    for _ in range(60):
        reader, writer = os.pipe()
        hoard.append(reader)
        os.set_blocking(writer, False)
        with contextlib.suppress(OSError):
            fcntl.fcntl(writer, 1031, 1 << 20)
        with contextlib.suppress(BlockingIOError):
            for _ in range(20):
                os.write(writer, b"x" * (1 << 16))


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
