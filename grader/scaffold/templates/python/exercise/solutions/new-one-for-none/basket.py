def add(item, basket=None):
    """The basket with one more item; without a basket, a new one."""
    result = [] if basket is None else list(basket)
    result.append(item)
    return result
