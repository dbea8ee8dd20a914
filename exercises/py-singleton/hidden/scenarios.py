"""Drives `Singleton` and reports which objects came back and what they held. It judges nothing."""

import gc

import singleton as submission
from grader_box.threads import explore, fresh


def labels(objects):
    """For each object the place of its first appearance: equal numbers are the very same object."""
    return [next(place for place, other in enumerate(objects) if other is item)
            for item in objects]


def in_a_row(count):
    """The labels of `count` calls."""
    return labels([submission.Singleton() for _ in range(count)])


def first_value():
    """`value` after the first call."""
    return submission.Singleton().value


def stored_while_held(values):
    """Somebody holds the object; each value is stored through one call and read through others."""
    held = submission.Singleton()
    seen = []
    for value in values:
        submission.Singleton().value = value
        seen.append([submission.Singleton().value, held.value, submission.Singleton().value])
    return seen


def stored_and_let_go(values):
    """Nobody holds the object between storing each value and reading it."""
    seen = []
    for value in values:
        submission.Singleton().value = value
        gc.collect()
        seen.append(submission.Singleton().value)
    return seen


def counted(steps):
    """Adds each step through a call of its own, and the value at the end."""
    for step in steps:
        submission.Singleton().value += step
    return submission.Singleton().value


def family(base):
    """`base` and classes below it, by name."""

    class Left(base):
        """A plain subclass."""

    class Right(base):
        """Its sibling."""

    class Leaf(Left):
        """A subclass of a subclass."""

    return {"Singleton": base, "Left": Left, "Right": Right, "Leaf": Leaf}


def asked(names):
    """Asks the classes in this order; the label of each object, and whether it is an instance."""
    classes = family(submission.Singleton)
    objects = [classes[name]() for name in names]
    belongs = [classes[name] in type(item).__mro__
               for name, item in zip(names, objects, strict=True)]
    return [labels(objects), belongs]


def values_by_class(names, values):
    """What each class starts with, and what its object holds after all were given their values."""
    classes = family(submission.Singleton)
    objects, first = [], []
    for name, value in zip(names, values, strict=True):
        item = classes[name]()
        first.append(item.value)
        item.value = value
        objects.append(item)
    return [first, [item.value for item in objects]]


def own_init(base_first, places):
    """A subclass with an `__init__` of its own: what its object holds, on two calls."""

    class CarPark(submission.Singleton):
        def __init__(self):
            super().__init__()
            self.places = places

    if base_first:
        submission.Singleton()
    first = CarPark()
    seen = [first.value, first.places]
    if not base_first:
        submission.Singleton()
    again = CarPark()
    return [*seen, again.value, again.places]


class Meter:
    """Something that threads share, so that the search sees where their order matters."""

    last = None

    def touch(self, who):
        """A write: two threads that touch are tried in either order."""
        self.last = who


def loaded(kind):
    """The learner's module loaded anew: its `Singleton`, or a subclass of it; and a meter.

    The search orders threads where both touch one attribute, which it cannot see in C code or in
    `instances[cls].value = 0`. The subclass makes each of its assignments such a place.
    Where nothing can inherit, `Singleton` stands in: that flaw is for other tests.
    """
    base, meter = fresh("singleton").Singleton, Meter()
    if kind == "base":
        return base, meter
    try:
        class CarPark(base):
            __module__, __qualname__ = "stadium", "CarPark"  # as a learner reads it

            def __setattr__(self, name, value):
                meter.touch("set-up")
                super().__setattr__(name, value)
    except Exception:  # whatever the learner's class raises at its subclasses
        return base, meter
    return CarPark, meter


def starting(kind, got):
    """The setup of one interleaving: nothing has been got yet."""
    got.clear()
    return loaded(kind)


# What threads get goes into dictionaries under keys of their own: the search takes those for
# independent, unlike the places of one list, and has far fewer orders to try. Each scenario also
# reports which thread was the last at the meter: that both were, in some order, is a sign that
# the search was not switched off on the way.


def first_calls(kind, blame=None):
    """Two threads call for the first time: labels of what they and a later call got.

    Also whether one of these objects was around before the module was loaded.
    """
    earlier, got = [], {}

    def worker(thread):
        def work(state):
            cls, meter = state
            if kind == "subclass":
                meter.touch(thread)
            got[thread] = cls()
            meter.touch(thread)
        return work

    def observe(state):
        last = state[1].last
        objects = [got["first"], got["second"], state[0]()]
        old = any(item is other for item in objects for other in earlier)
        earlier.extend(objects)
        return [last, labels(objects), old]

    return explore(setup=lambda: starting(kind, got), workers=[worker("first"), worker("second")],
                   observe=observe, blame=blame)


def first_reads(kind, blame=None):
    """Two threads call for the first time and read `value` at once: what they read."""
    read = {}

    def worker(thread):
        def work(state):
            cls, meter = state
            item = cls()
            meter.touch(thread)
            read[thread] = item.value
        return work

    return explore(setup=lambda: starting(kind, read), workers=[worker("first"), worker("second")],
                   observe=lambda state: [state[1].last, read["first"], read["second"]],
                   blame=blame)


def store_against_call(kind, value, blame=None):
    """One thread calls and stores `value`, another one calls: what the first one's object holds."""
    got = {}

    def store(state):
        cls, meter = state
        item = cls()
        item.value = value
        got["item"] = item
        meter.touch("first")

    def call(state):
        cls, meter = state
        cls()
        meter.touch("second")

    return explore(setup=lambda: starting(kind, got), workers=[store, call],
                   observe=lambda state: [state[1].last, got["item"].value], blame=blame)
