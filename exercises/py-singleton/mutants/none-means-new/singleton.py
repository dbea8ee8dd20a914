import threading


class Singleton:
    _instances = {}
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            instance = cls._instances.setdefault(cls, super().__new__(cls))
            if getattr(instance, "value", None) is None:
                instance.value = 0
            return instance
