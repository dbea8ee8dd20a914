import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        if cls not in cls._instances:
            with cls._lock:
                if cls not in cls._instances:
                    cls._instances[cls] = super().__new__(cls)
                    cls._instances[cls].value = 0
        return cls._instances[cls]
