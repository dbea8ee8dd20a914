# ATTACK spins
# CLASS: resources
# TRIES: spins in every method.
# SAFE GRADER MUST: end what gives no answer in its time.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        while True:
            pass
