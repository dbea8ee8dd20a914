import functools
import threading


def singleton(cls):
    instances = {}
    lock = threading.Lock()

    @functools.wraps(cls, updated=())
    def get_instance():
        with lock:
            if cls not in instances:
                instances[cls] = cls()
            return instances[cls]

    return get_instance


@singleton
class Singleton:
    def __init__(self):
        self.value = 0
