# ATTACK recursion_without_end
# CLASS: resources
# TRIES: recurses with the recursion limit out of the way until the C stack is used up.
# SAFE GRADER MUST: let the crash of the process be a failure of the test.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x"[:0])

    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return [self] == [other]

    __hash__ = None


class LRUCache:
    def __init__(self, capacity):
        (repr, lambda deep: deep == Deep(), lambda deep: deep.x)[capacity % 3](Deep())
