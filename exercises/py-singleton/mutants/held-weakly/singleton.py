import threading
import weakref


class Singleton:
    _instances = weakref.WeakValueDictionary()
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            instance = cls._instances.get(cls)
            if instance is None:
                instance = super().__new__(cls)
                instance.value = 0
                cls._instances[cls] = instance
            return instance
