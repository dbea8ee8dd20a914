# ATTACK numbers_without_end
# CLASS: resources
# TRIES: computes powers, factorials and texts of numbers that take minutes in C, holding the lock.
# SAFE GRADER MUST: end what gives no answer in its time, from outside.
# HONEST-RESULT: fail
# AT-MOST: 0
import sys

sys.set_int_max_str_digits(0)


class LRUCache:
    def __init__(self, capacity):
        if capacity > 1:
            raise ValueError
        str(7 ** (7**8))
