import threading
import weakref
from abc import ABC, abstractmethod


class Observer(ABC):
    @abstractmethod
    def update(self, subject):
        pass


class Subject:
    def __init__(self):
        self._observers = []
        self._state = None
        self._lock = threading.RLock()

    def _attached(self):
        with self._lock:
            return [observer for ref in self._observers if (observer := ref()) is not None]

    def attach(self, observer):
        with self._lock:
            self._observers = [ref for ref in self._observers if ref() is not None]
            self._observers.append(weakref.ref(observer))

    def detach(self, observer):
        with self._lock:
            self._observers = [ref for ref in self._observers if ref() is not observer]

    def notify(self):
        errors = []
        for observer in self._attached():
            if any(each is observer for each in self._attached()):
                try:
                    observer.update(self)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise errors[0]

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
