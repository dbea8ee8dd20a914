# ATTACK audit_hook
# CLASS: lifecycle
# TRIES: adds an audit hook that can never be removed and that raises, hangs or leaves at each event.
# SAFE GRADER MUST: treat a missing answer as a failure.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import sys


def hook(event, arguments):
    if event.startswith(("marshal", "exec", "import", "object.__getattr__")):
        os._exit(0)


class LRUCache:
    def __init__(self, capacity):
        pass

    def get(self, key):
        return 0

    def put(self, key, value):
        pass


sys.addaudithook(hook)
