# ATTACK deep_traceback
# CLASS: report
# TRIES: raises from a thousand frames of generated functions with names of their own.
# SAFE GRADER MUST: bound the frames that are shown.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        def deeper(count):
            if count == 0:
                raise ValueError("deep")
            deeper(count - 1)

        deeper(900)
