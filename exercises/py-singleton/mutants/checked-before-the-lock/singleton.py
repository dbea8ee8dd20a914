import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        if cls not in cls._instances:
            with cls._lock:
                instance = super().__new__(cls)
                instance.value = 0
                cls._instances[cls] = instance
        return cls._instances[cls]
