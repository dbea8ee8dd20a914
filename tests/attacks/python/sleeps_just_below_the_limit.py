# ATTACK sleeps_just_below_the_limit
# CLASS: resources
# TRIES: answers each call late, but within the time of a call.
# SAFE GRADER MUST: bound the time of a test as well as that of a call.
# HONEST-RESULT: fail
# AT-MOST: 0
import time


class LRUCache:
    def __init__(self, capacity):
        time.sleep(0.4)

    def get(self, key):
        time.sleep(0.4)
        return -1

    put = get
