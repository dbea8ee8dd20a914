# ATTACK channel_closed
# CLASS: protocol
# TRIES: closes the channel of replies and opens it again on something else.
# SAFE GRADER MUST: treat the end of the channel as no answer.
# HONEST-RESULT: fail
# AT-MOST: 0
import os

os.close(4)
reader, writer = os.pipe()
os.dup2(writer, 4)
os.dup2(reader, 3)
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
