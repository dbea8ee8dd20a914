# ATTACK hostile_exception_text
# CLASS: report
# TRIES: raises exceptions whose str, repr, args, notes, cause and traceback are traps.
# SAFE GRADER MUST: ask an exception for its text once, guarded, inside the box.
# HONEST-RESULT: fail
# AT-MOST: 0
class Trap(Exception):
    def __str__(self):
        raise Trap2

    __repr__ = __format__ = __str__
    __notes__ = property(lambda self: 1 / 0)
    __cause__ = property(lambda self: self)
    __context__ = property(lambda self: self)
    __traceback__ = property(lambda self: 1 / 0)
    args = property(lambda self: 1 / 0)


class Trap2(BaseException):
    def __str__(self):
        raise self

    __traceback__ = property(lambda self: 5)


class LRUCache:
    def __init__(self, capacity):
        raise Trap("x")
