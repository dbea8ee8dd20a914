import threading
import weakref
from abc import ABC, abstractmethod


class Observer(ABC):
    @abstractmethod
    def update(self, subject):
        pass


class Subject:
    def __init__(self):
        self._observers = {}
        self._state = None
        self._lock = threading.Lock()

    def attach(self, observer):
        with self._lock:
            self._observers.setdefault(id(observer), weakref.ref(observer))

    def detach(self, observer):
        with self._lock:
            self._observers.pop(id(observer), None)

    def notify(self):
        errors = []
        for key, ref in list(self._observers.items()):
            observer = ref()
            if observer is not None and key in self._observers:
                try:
                    observer.update(self)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup("observers failed", errors)

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, value):
        self._state = value
        self.notify()


class ConcreteObserver(Observer):
    def __init__(self, name):
        self.name = name

    def update(self, subject):
        print(f"{self.name} received update: {subject.state}")
