import threading


class Singleton:
    _instances = {}

    def __new__(cls):
        with threading.Lock():
            if cls not in cls._instances:
                instance = super().__new__(cls)
                instance.value = 0
                cls._instances[cls] = instance
            return cls._instances[cls]
