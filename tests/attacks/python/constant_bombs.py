# ATTACK constant_bombs
# CLASS: static-checks
# TRIES: has constants whose folding or inference would need all memory: powers, shifts, repetitions.
# SAFE GRADER MUST: infer with bounds; memory is limited and a crash is no pass.
# HONEST-RESULT: contained
# AT-MOST: 100
def never():
    a = 10 ** 10 ** 10
    b = 1 << (1 << 40)
    c = "x" * 10**12 + "y" * (2**40)
    d = [0] * 10**11
    e = (1, 2) * 2**36
    f = b"z" * 2**38
    g = "%999999999999d" % 1
    h = "{:>999999999}".format(1)
    i = f"{1:>99999999999}"
    j = 2 ** 2 ** 2 ** 2 ** 2 ** 2
    return a, b, c, d, e, f, g, h, i, j


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
