# ATTACK limits_for_the_driver
# CLASS: resources
# TRIES: lowers its limits so that the driver cannot answer, and its stack so that it crashes.
# SAFE GRADER MUST: treat a missing answer as a failure.
# HONEST-RESULT: fail
# AT-MOST: 0
import resource

resource.setrlimit(resource.RLIMIT_AS, (1, 1))
resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
resource.setrlimit(resource.RLIMIT_STACK, (0, 0))
class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass
