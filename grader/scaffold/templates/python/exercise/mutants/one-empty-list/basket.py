EMPTY = []


def add(item, basket=None):
    """The basket with one more item; without a basket, a new one."""
    if basket is None:
        EMPTY.append(item)
        return EMPTY
    return [*basket, item]
