"""Double-checked locking: the lock is needed for the first call only, and each class has its own."""

import threading


class Singleton:
    _instance = None
    _lock = threading.Lock()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._instance = None
        cls._lock = threading.Lock()

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    made = super().__new__(cls)
                    made.value = 0
                    cls._instance = made  # from here on others see it: it must be complete
        return cls._instance
