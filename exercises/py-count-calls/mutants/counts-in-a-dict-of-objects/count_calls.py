import functools
import threading


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.counts = {}
        self.lock = threading.Lock()

    @property
    def count(self):
        return self.counts.get(None, 0)

    def called(self, key, args, kwargs):
        with self.lock:
            number = self.counts[key] = self.counts.get(key, 0) + 1
        print(f"{self.func.__name__} called {number} times")
        return self.func(*args, **kwargs)

    def __call__(self, *args, **kwargs):
        return self.called(None, args, kwargs)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self

        def bound(*args, **kwargs):
            return self.called(instance, (instance, *args), kwargs)

        functools.update_wrapper(bound, self.func)
        bound.count = self.counts.get(instance, 0)
        return bound
