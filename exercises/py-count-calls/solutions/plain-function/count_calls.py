import functools
from threading import Lock


def CountCalls(func):
    lock = Lock()

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with lock:
            number = wrapper.count = wrapper.count + 1
        print(func.__name__, "called", number, "times")
        return func(*args, **kwargs)

    wrapper.count = 0
    return wrapper
