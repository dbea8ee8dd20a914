# ATTACK output_flood
# CLASS: resources
# TRIES: writes output without end and without line ends.
# SAFE GRADER MUST: keep a part, say that it was cut, and end the process when it goes on.
# HONEST-RESULT: fail
# AT-MOST: 0
import os


class LRUCache:
    def __init__(self, capacity):
        block = b"passed " * 9000
        while True:
            os.write(1, block)
            os.write(2, block)
