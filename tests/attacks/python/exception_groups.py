# ATTACK exception_groups
# CLASS: report
# TRIES: raises nested exception groups, cyclic causes and contexts a thousand deep.
# SAFE GRADER MUST: bound what is walked.
# HONEST-RESULT: fail
# AT-MOST: 0
class LRUCache:
    def __init__(self, capacity):
        error = ValueError("x")
        for number in range(500):
            error = ExceptionGroup("group" * 50, [error, KeyError(number)])
            error.__cause__ = error.__context__ = error
            error.add_note("note" * 100)
        raise error
