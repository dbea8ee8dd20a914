# ATTACK finalizers_write
# CLASS: protocol
# TRIES: is right, and its finalizers, weak references and exit hooks write to the channel of replies.
# SAFE GRADER MUST: treat bytes that answer no request as a forgery.
# HONEST-RESULT: fail
# AT-MOST: 100
import atexit
import os
import weakref

junk = b"\0\0\0\x02{}"
atexit.register(os.write, 4, junk)


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
    def __del__(self, write=os.write):
        write(4, junk)


class Owner:
    pass


owner = Owner()
weakref.finalize(owner, os.write, 4, junk)
