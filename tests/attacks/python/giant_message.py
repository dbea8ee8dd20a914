# ATTACK giant_message
# CLASS: report
# TRIES: raises exceptions with messages, names and class trees of megabytes.
# SAFE GRADER MUST: bound everything, and say where it was cut.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        kind = type("E" * 1_000_000, (Exception,), {})
        for _ in range(60):
            kind = type("Longer" * 10_000, (kind,), {})
        raise kind("<" * 5_000_000)
