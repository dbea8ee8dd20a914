# ATTACK stops_itself
# CLASS: process
# TRIES: stops itself with SIGSTOP and SIGTSTP, so that it never ends by itself.
# SAFE GRADER MUST: end it from outside, in time, also when it is stopped.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import signal


class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        os.kill(os.getpid(), signal.SIGSTOP)
