def add(item, basket=None):
    """The basket with one more item; without a basket, a new one."""
    if basket is None:
        basket = []
    basket.append(item)
    return basket
