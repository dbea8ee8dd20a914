"""Both halves of the construction check and act under one lock."""

import threading


class Singleton:
    _lock = threading.RLock()

    def __new__(cls):
        with Singleton._lock:
            if "_instance" not in cls.__dict__:
                cls._instance = super().__new__(cls)
                cls._instance._initialized = False
            return cls._instance

    def __init__(self):
        with Singleton._lock:
            if not self._initialized:
                self.value = 0
                self._initialized = True
