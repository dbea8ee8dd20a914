# ATTACK descriptor_bomb
# CLASS: resources
# TRIES: opens descriptors until it may not: pipes, pairs, event counters, epolls.
# SAFE GRADER MUST: bound descriptors.
# HONEST-RESULT: contained
# AT-MOST: 100
import contextlib
import os
import select
import socket

hoard = []
for make in (os.pipe, lambda: os.eventfd(0), select.epoll, socket.socketpair, lambda: os.dup(0)):
    with contextlib.suppress(OSError):
        for _ in range(5000):
            hoard.append(make())


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
