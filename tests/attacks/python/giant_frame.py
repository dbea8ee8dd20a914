# ATTACK giant_frame
# CLASS: protocol
# TRIES: announces a reply of four gigabytes and sends what it can.
# SAFE GRADER MUST: bound a frame before reading it.
# HONEST-RESULT: fail
# AT-MOST: 0
import os


class LRUCache:
    def __init__(self, capacity):
        os.write(4, b"\xff\xff\xff\xff")
        block = b"[" * 65536
        for _ in range(200):
            os.write(4, block)
