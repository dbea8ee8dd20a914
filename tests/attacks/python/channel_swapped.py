# ATTACK channel_swapped
# CLASS: protocol
# TRIES: puts its output in the place of the channel of replies and the other way round.
# SAFE GRADER MUST: treat output on the channel as a forgery and frames in the output as text.
# HONEST-RESULT: fail
# AT-MOST: 0
import os

saved = os.dup(1)
os.dup2(4, 1)
os.dup2(saved, 4)
print("\0\0\0\x02{}", flush=True)
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
