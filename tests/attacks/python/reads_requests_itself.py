# ATTACK reads_requests_itself
# CLASS: protocol
# TRIES: reads the next request from a thread, so that the driver never sees it.
# SAFE GRADER MUST: treat a missing answer as a failure, in bounded time.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import threading


def steal():
    while os.read(3, 65536):
        pass


threading.Thread(target=steal, daemon=True).start()
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
