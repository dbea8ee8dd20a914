"""One object for each class, whoever asks first."""

import threading


class Singleton:
    _instances = {}
    _guard = threading.RLock()

    def __new__(cls, *args, **kwargs):
        with cls._guard:
            if cls not in cls._instances:
                made = super().__new__(cls)
                made.value = 0
                cls._instances[cls] = made
            return cls._instances[cls]
