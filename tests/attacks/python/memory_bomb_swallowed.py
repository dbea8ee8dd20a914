# ATTACK memory_bomb_swallowed
# CLASS: resources
# TRIES: swallows every MemoryError and goes on asking, for a while, in small pieces.
# SAFE GRADER MUST: bound memory and time.
# HONEST-RESULT: fail
# AT-MOST: 0
import time


class LRUCache:
    def __init__(self, capacity):
        hoard, end = [], time.monotonic() + 3
        while time.monotonic() < end:
            try:
                hoard.append(bytearray(1 << 16))
            except MemoryError:
                hoard.append(None)
