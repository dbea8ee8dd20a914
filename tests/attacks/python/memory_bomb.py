# ATTACK memory_bomb
# CLASS: resources
# TRIES: takes memory in ever larger pieces, up to four gigabytes, and keeps it.
# SAFE GRADER MUST: bound memory; fail the test.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    hoard = []

    def __init__(self, capacity):
        for _ in range(64):
            self.hoard.append(bytearray(64 << 20))
