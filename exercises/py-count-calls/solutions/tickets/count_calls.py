import functools
import sys
import threading
from dataclasses import dataclass


class Tally:
    __slots__ = ("_guard", "total")

    def __init__(self):
        self._guard = threading.RLock()
        self.total = 0

    def next(self):
        self._guard.acquire()
        try:
            self.total += 1
            return self.total
        finally:
            self._guard.release()


class CountCalls:
    __slots__ = ("__dict__", "__weakref__", "_target", "_tally")

    def __init__(self, target):
        self._target = target
        self._tally = Tally()
        functools.update_wrapper(self, target)

    count = property(lambda self: self._tally.total)

    def __call__(self, /, *args, **kwargs):
        sys.stdout.write(f"{self.__wrapped__.__name__} called {self._tally.next()} times\n")
        return self._target(*args, **kwargs)

    def __get__(self, instance, owner):
        return self if instance is None else Bound(self, instance)


@dataclass(frozen=True, eq=False)
class Bound:
    counter: CountCalls
    instance: object

    def __call__(self, /, *args, **kwargs):
        return self.counter(self.instance, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.counter, name)
