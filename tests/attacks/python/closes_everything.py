# ATTACK closes_everything
# CLASS: lifecycle
# TRIES: closes every descriptor from 0 to 4096 in its constructor, and goes on.
# SAFE GRADER MUST: treat a missing answer as a failure; the end of a pipe is not the end of a process.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import time


class LRUCache:
    def __init__(self, capacity):
        os.closerange(0, 4096)
        time.sleep(0.2)
