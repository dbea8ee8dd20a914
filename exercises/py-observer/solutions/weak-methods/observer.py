"""The subject knows methods to call, not observers, and never changes a tuple of them."""

import sys
import threading
import traceback
from typing import Protocol, runtime_checkable
from weakref import WeakMethod


@runtime_checkable
class Observer(Protocol):
    def update(self, subject): ...


class Subject:
    def __init__(self):
        self._state = None
        self._methods = ()
        self._changing = threading.Lock()

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, value):
        self._state = value
        self.notify()

    def _without(self, observer):
        return tuple(method for method in self._methods
                     if (bound := method()) is not None and bound.__self__ is not observer)

    def _has(self, wanted):
        return any(method is wanted for method in self._methods)

    def attach(self, observer):
        with self._changing:
            self._methods = (*self._without(observer), WeakMethod(observer.update))

    def detach(self, observer):
        with self._changing:
            self._methods = self._without(observer)

    def notify(self):
        for method in self._methods:
            update = method()
            if update is not None and self._has(method):
                try:
                    update(self)
                except Exception:
                    traceback.print_exc(file=sys.stderr)


class ConcreteObserver(Observer):
    def __init__(self, name):
        self.name = name

    def update(self, subject):
        print(f"{self.name} received update: {subject.state}")
