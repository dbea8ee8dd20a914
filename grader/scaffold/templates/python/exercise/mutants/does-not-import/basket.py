from baskets import new


def add(item, basket=None):
    """The basket with one more item; without a basket, a new one."""
    return [*(basket or new()), item]
