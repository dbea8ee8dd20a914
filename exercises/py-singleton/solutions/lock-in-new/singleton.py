"""One object for each class, kept in a dictionary that only the holder of the lock touches."""

import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls not in cls._instances:
                made = super().__new__(cls)
                made.value = 0
                cls._instances[cls] = made
            return cls._instances[cls]
