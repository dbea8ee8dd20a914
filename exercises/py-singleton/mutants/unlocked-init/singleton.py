import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__new__(cls)
            return cls._instances[cls]

    def __init__(self):
        if not hasattr(self, "value"):
            self.value = 0
