# ATTACK dripping_frame
# CLASS: protocol
# TRIES: sends one byte of a reply at a time and never ends it.
# SAFE GRADER MUST: let the time limit count from the request, not from the last byte.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import time


class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        os.write(4, b"\x00\x10\x00\x00")
        while True:
            os.write(4, b" ")
            time.sleep(0.01)
