# ATTACK writes_own_memory
# CLASS: process
# TRIES: writes into the interpreter through ctypes and /proc/self/mem: None, small integers, True.
# SAFE GRADER MUST: judge in another process.
# HONEST-RESULT: fail
# AT-MOST: 0
import contextlib
import ctypes

class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass


with contextlib.suppress(OSError):
    with open("/proc/self/mem", "r+b", buffering=0) as memory:
        memory.seek(id(0))
        memory.write(b"\1")
for number in range(5, 200):
    ctypes.c_int32.from_address(id(number) + 24).value = 0
ctypes.memmove(id(-1) + 24, id(1) + 24, 4)
