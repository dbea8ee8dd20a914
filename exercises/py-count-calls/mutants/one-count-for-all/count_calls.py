import functools
import threading
import types


class CountCalls:
    """Counts the calls of a function or method, over all objects, and prints each number."""

    count = 0

    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self._lock = threading.Lock()

    def __call__(self, *args, **kwargs):
        with self._lock:
            type(self).count += 1
            number = type(self).count
        print(f"{self.func.__name__} called {number} times")
        return self.func(*args, **kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)


@CountCalls
def say_hello():
    return "Hello!"
