import functools
import threading
import weakref
from functools import partial


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.__func = func
        self.__lock = threading.RLock()
        self.__counts = {None: 0}
        self.__watch = {}

    @property
    def count(self):
        return self.__counts[None]

    def count_of(self, obj):
        with self.__lock:
            return self.__counts.get(id(obj), 0)

    def __forget(self, key, _):
        with self.__lock:
            self.__counts.pop(key, None)
            self.__watch.pop(key, None)

    def __run(self, key, args, kwargs):
        with self.__lock:
            number = self.__counts.get(key, 0) + 1
            self.__counts[key] = number
        print(f"{self.__func.__name__} called {number} times")
        return self.__func(*args, **kwargs)

    def __call__(self, *args, **kwargs):
        return self.__run(None, args, kwargs)

    def call_on(self, obj, *args, **kwargs):
        key = id(obj)
        with self.__lock:
            if key not in self.__watch:
                self.__watch[key] = weakref.ref(obj, partial(self.__forget, key))
        return self.__run(key, (obj, *args), kwargs)

    def __get__(self, obj, owner=None):
        return self if obj is None else _Method(self, obj)


class _Method:
    def __init__(self, counter, obj):
        self._counter, self._obj = counter, obj
        functools.update_wrapper(self, counter.__wrapped__, updated=())

    @property
    def count(self):
        return self._counter.count_of(self._obj)

    def __call__(self, *args, **kwargs):
        return self._counter.call_on(self._obj, *args, **kwargs)
