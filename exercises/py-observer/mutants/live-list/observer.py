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
        self._lock = threading.Lock()

    def _find(self, observer):
        return next((ref for ref in self._observers if ref() is observer), None)

    def _forget(self, ref):
        with self._lock:
            if any(each is ref for each in self._observers):
                self._observers.pop([each is ref for each in self._observers].index(True))

    def attach(self, observer):
        with self._lock:
            for ref in [each for each in self._observers if each() is None]:
                self._observers.remove(ref)
            if self._find(observer) is None:
                self._observers.append(weakref.ref(observer))

    def detach(self, observer):
        ref = self._find(observer)
        if ref is not None:
            self._forget(ref)

    def notify(self):
        errors = []
        for ref in self._observers:
            observer = ref()
            try:
                if observer is not None:
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
