# ATTACK dies_by_every_signal
# CLASS: process
# TRIES: ends itself by signals that look like the grader's own limits.
# SAFE GRADER MUST: tell a limit from a signal that the submission sent itself; both are failures.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import signal


class LRUCache:
    def __init__(self, capacity):
        number = {1: signal.SIGKILL, 2: signal.SIGXCPU}.get(capacity, signal.SIGSEGV)
        os.kill(os.getpid(), number)
