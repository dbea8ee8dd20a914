# ATTACK deep_answers
# CLASS: resources
# TRIES: answers with lists nested a hundred thousand deep, with cycles, and with a million items.
# SAFE GRADER MUST: bound what is encoded and what is decoded.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        deep = []
        for _ in range(100_000):
            deep = [deep]
        wide = [[]] * 99_000
        cycle = {}
        cycle["self"] = cycle
        return [deep, wide, cycle][key % 3]

    def put(self, key, value):
        return [list(range(300_000))]
