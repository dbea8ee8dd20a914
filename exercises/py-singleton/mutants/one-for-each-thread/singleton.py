import threading


class Singleton:
    _local = threading.local()

    def __new__(cls):
        instances = cls._local.__dict__
        if cls not in instances:
            instance = super().__new__(cls)
            instance.value = 0
            instances[cls] = instance
        return instances[cls]
