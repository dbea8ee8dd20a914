# ATTACK pattern_without_end
# CLASS: resources
# TRIES: matches a regular expression that backtracks for hours.
# SAFE GRADER MUST: end what gives no answer in its time, from outside.
# HONEST-RESULT: fail
# AT-MOST: 0
import re


class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        re.match(r"(a|aa)+$", "a" * 200 + "b")
