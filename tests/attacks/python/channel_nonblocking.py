# ATTACK channel_nonblocking
# CLASS: protocol
# TRIES: is right, and makes its ends of all channels non-blocking and as small as they get.
# SAFE GRADER MUST: share no open file description with the submission, and bound every write.
# HONEST-RESULT: contained
# AT-MOST: 100
import fcntl
import os

for descriptor in range(5):
    try:
        fcntl.fcntl(descriptor, 1031, 4096)
    except OSError:
        pass
    try:
        os.set_blocking(descriptor, False)
    except OSError:
        pass
class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
