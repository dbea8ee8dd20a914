"""A decorator that leaves the class a class: isinstance and inheritance go on working."""

import threading


def one_for_each_class(cls):
    instances = {}
    free = threading.Condition()

    def __new__(kind):
        free.acquire()
        try:
            made = instances.get(kind)
            if made is None:
                made = object.__new__(kind)
                made.value = 0
                instances[kind] = made
            return made
        finally:
            free.release()

    cls.__new__ = staticmethod(__new__)
    return cls


@one_for_each_class
class Singleton:
    __slots__ = ("value",)
