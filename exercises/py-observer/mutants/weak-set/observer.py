import threading
import weakref
from abc import ABC, abstractmethod


class Observer(ABC):
    @abstractmethod
    def update(self, subject):
        pass


class Subject:
    def __init__(self):
        self._observers = weakref.WeakSet()
        self._state = None
        self._lock = threading.Lock()

    def attach(self, observer):
        with self._lock:
            self._observers.add(observer)

    def detach(self, observer):
        with self._lock:
            self._observers.discard(observer)

    def notify(self):
        errors = []
        for observer in list(self._observers):
            if observer in self._observers:
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
