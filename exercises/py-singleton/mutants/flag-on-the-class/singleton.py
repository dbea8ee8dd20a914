import threading


class Singleton:
    _instances = {}
    _initialized = False
    _lock = threading.Lock()

    def __new__(cls):
        with Singleton._lock:
            if cls not in Singleton._instances:
                Singleton._instances[cls] = super().__new__(cls)
            return Singleton._instances[cls]

    def __init__(self):
        with Singleton._lock:
            if not Singleton._initialized:
                self.value = 0
                Singleton._initialized = True
