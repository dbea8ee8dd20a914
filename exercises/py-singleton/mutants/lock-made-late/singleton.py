import threading


class Singleton:
    _instances = {}
    _guard = None

    def __new__(cls):
        if Singleton._guard is None:
            Singleton._guard = threading.Lock()
        with Singleton._guard:
            if cls not in cls._instances:
                instance = super().__new__(cls)
                instance.value = 0
                cls._instances[cls] = instance
            return cls._instances[cls]
