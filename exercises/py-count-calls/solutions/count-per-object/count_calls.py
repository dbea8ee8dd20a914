"""Counts calls: of a function, or of a method for each object."""
import functools
import threading


class CountCalls:
    _making = threading.Lock()

    def __init__(self, func):
        functools.update_wrapper(self, func)
        self._func = func
        self._count = 0
        self._lock = threading.Lock()
        self._key = f"_count_of_{id(self)}"

    @property
    def count(self):
        with self._lock:
            return self._count

    def __call__(self, *args, **kwargs):
        with self._lock:
            self._count = number = self._count + 1
        print(f"{self._func.__name__} called {number} times")
        return self._func(*args, **kwargs)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if isinstance(instance, type):  # below @classmethod
            return _of(self, instance)
        with self._making:
            if self._key not in vars(instance):
                vars(instance)[self._key] = CountCalls(self._func)
        return _of(vars(instance)[self._key], instance)


def _of(counter, instance):
    def bound(*args, **kwargs):
        return counter(instance, *args, **kwargs)

    functools.update_wrapper(bound, counter)
    bound.count = counter.count
    return bound
