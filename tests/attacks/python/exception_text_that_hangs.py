# ATTACK exception_text_that_hangs
# CLASS: report
# TRIES: raises an exception whose text takes for ever, prints for ever, or leaves the process.
# SAFE GRADER MUST: ask for the text inside the box, within the time of the call.
# HONEST-RESULT: fail
# AT-MOST: 0
import os


class Trap(Exception):
    def __str__(self):
        while True:
            os.getpid()


class Leave(Exception):
    def __str__(self):
        os._exit(0)


class LRUCache:
    def __init__(self, capacity):
        raise Trap if capacity % 2 else Leave
