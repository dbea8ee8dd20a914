# ATTACK oversized_answer
# CLASS: protocol
# TRIES: answers with a text of three megabytes, which is more than a frame may hold.
# SAFE GRADER MUST: fail the test; an answer that is too large is the submission's doing.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return "x" * 3_000_000

    def put(self, key, value):
        return list(range(90_000))
