import threading


class ThreadSafeSingleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls not in cls._instances:
                instance = super().__new__(cls)
                instance.value = 0
                cls._instances[cls] = instance
            return cls._instances[cls]
