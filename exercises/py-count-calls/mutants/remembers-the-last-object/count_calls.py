import functools
import threading


class CountCalls:
    """Counts the calls of a function or method, over all objects, and prints each number."""

    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.count = 0
        self.instance = None
        self._lock = threading.Lock()

    def __call__(self, *args, **kwargs):
        with self._lock:
            self.count += 1
            number = self.count
        print(f"{self.func.__name__} called {number} times")
        if self.instance is not None:
            args = (self.instance, *args)
        return self.func(*args, **kwargs)

    def __get__(self, instance, owner=None):
        self.instance = instance
        return self


@CountCalls
def say_hello():
    return "Hello!"
