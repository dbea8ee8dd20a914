import threading
import weakref
from abc import ABC, abstractmethod


class Observer(ABC):
    @abstractmethod
    def update(self, subject):
        """Called by a subject that this observer is attached to, when its state has changed."""


class Subject:
    """Tells its observers of each change. It knows them by id and holds them weakly."""

    def __init__(self):
        self._lock = threading.RLock()
        self._by_id = weakref.WeakValueDictionary()
        self._state = None

    def attach(self, observer):
        with self._lock:
            self._by_id.setdefault(id(observer), observer)

    def detach(self, observer):
        with self._lock:
            self._by_id.pop(id(observer), None)

    def notify(self):
        with self._lock:
            keys = list(self._by_id)
        errors = []
        for key in keys:
            with self._lock:
                observer = self._by_id.get(key)
            if observer is None:
                continue
            try:
                observer.update(self)
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup(f"{len(errors)} observers failed", errors)

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
