import functools


@functools.cache
def _the_one(cls):
    instance = object.__new__(cls)
    instance.value = 0
    return instance


class Singleton:
    def __new__(cls):
        return _the_one(cls)
