import logging
import threading
import weakref
from abc import ABC, abstractmethod

log = logging.getLogger(__name__)


class Observer(ABC):
    @abstractmethod
    def update(self, subject):
        pass


class Subject:
    def __init__(self):
        self._observers = []
        self._lock = threading.RLock()
        self._state = None

    def _alive(self):
        return [observer for ref in self._observers if (observer := ref()) is not None]

    def _attached(self, observer):
        with self._lock:
            return any(ref() is observer for ref in self._observers)

    def attach(self, observer):
        with self._lock:
            if not self._attached(observer):
                self._observers = [ref for ref in self._observers if ref() is not None]
                self._observers.append(weakref.ref(observer))

    def detach(self, observer):
        with self._lock:
            self._observers = [ref for ref in self._observers if ref() is not observer]

    def notify(self):
        with self._lock:
            observers = self._alive()
        for observer in observers:
            if not self._attached(observer):
                continue
            try:
                observer.update(self)
            except Exception:
                log.exception("an observer failed")

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
