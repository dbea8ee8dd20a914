# ATTACK giant_lines_of_output
# CLASS: report
# TRIES: prints one line of ten thousand characters that need a mark each, and many short ones.
# SAFE GRADER MUST: bound everything, and say where it was cut.
# HONEST-RESULT: fail
# AT-MOST: 0
print("\x00\u202e" * 8_000)
print("\n" * 8_000)


class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
