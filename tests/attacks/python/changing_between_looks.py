# ATTACK changing_between_looks
# CLASS: verdict-forge
# TRIES: gives out a list that a thread keeps changing, and a dict whose iteration changes it.
# SAFE GRADER MUST: look once, at plain data that has crossed the wall.
# HONEST-RESULT: fail
# AT-MOST: 0
import threading
import time

shared = [0]


def churn():
    end = time.monotonic() + 1
    while time.monotonic() < end:
        shared[:] = [shared[0] + 1] * (shared[0] % 50 + 1)


threading.Thread(target=churn, daemon=True).start()


class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return shared

    def put(self, key, value):
        shared.append(value)
