import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__new__(cls)
                cls._instances[cls]._initialized = False
            return cls._instances[cls]

    def __init__(self):
        with self._lock:
            if self._initialized:
                return
            self._initialized = True
        self.value = 0
