import abc
import dataclasses
import itertools
import threading
import weakref


class Observer(abc.ABC):
    @abc.abstractmethod
    def update(self, subject):
        raise NotImplementedError


@dataclasses.dataclass(eq=False)
class Subscription:
    """One observer's place in the list, from attach to detach or until it is gone."""

    number: int
    observer: weakref.ref
    active: bool = True


class Subject:
    def __init__(self):
        self._subscriptions: dict[int, Subscription] = {}
        self._numbers = itertools.count()
        self._lock = threading.RLock()
        self._state = None
        self.failures = []

    def _find(self, observer):
        current = list(self._subscriptions.values())
        return next((each for each in current if each.observer() is observer), None)

    def attach(self, observer):
        with self._lock:
            if self._find(observer) is None:
                number = next(self._numbers)
                mine = weakref.ref(self)

                def forget(_):
                    subject = mine()
                    if subject is not None:
                        subject._cancel(number)

                self._subscriptions[number] = Subscription(number, weakref.ref(observer, forget))

    def _cancel(self, number):
        with self._lock:
            subscription = self._subscriptions.pop(number, None)
            if subscription is not None:
                subscription.active = False

    def detach(self, observer):
        with self._lock:
            subscription = self._find(observer)
            if subscription is not None:
                self._cancel(subscription.number)

    def notify(self):
        with self._lock:
            current = list(self._subscriptions.values())
        for subscription in current:
            observer = subscription.observer()
            if observer is not None and subscription.active:
                try:
                    observer.update(self)
                except Exception as error:
                    self.failures.append(f"{type(observer).__name__}: {error}")

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
