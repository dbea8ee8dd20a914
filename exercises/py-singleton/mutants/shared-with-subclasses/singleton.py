import threading


class Singleton:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        with Singleton._lock:
            if Singleton._instance is None:
                instance = super().__new__(cls)
                instance.value = 0
                Singleton._instance = instance
            return Singleton._instance
