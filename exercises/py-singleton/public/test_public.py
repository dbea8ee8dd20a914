"""A few examples of what `Singleton` promises. The hidden tests go further."""

import importlib
import sys
import threading


def load():
    """`singleton.py`, loaded anew, so that no test sees the object of another one."""
    sys.modules.pop("singleton", None)
    return importlib.import_module("singleton")


def test_every_call_gives_the_same_object():
    singleton = load()
    assert singleton.Singleton() is singleton.Singleton()


def test_value_starts_at_zero_and_is_kept():
    singleton = load()
    assert singleton.Singleton().value == 0
    singleton.Singleton().value = 42
    assert singleton.Singleton().value == 42


def test_a_subclass_has_its_own_object():
    singleton = load()

    class CarPark(singleton.Singleton):
        """Cars instead of visitors."""

    visitors = singleton.Singleton()
    cars = CarPark()
    assert isinstance(cars, CarPark)
    assert cars is not visitors
    assert cars is CarPark()


def test_another_thread_goes_first():
    for step in range(1, 25):
        slow, quick = call_with_a_stop(load(), step)
        assert slow is quick, f"the first thread was held up before the {step}. line that it ran"


def call_with_a_stop(module, step):
    """What two threads get when the first one is held up in the middle of its call."""
    stopped, go_on = threading.Event(), threading.Event()
    lines, objects = [], {}

    def trace(frame, event, _argument):
        if frame.f_code.co_filename != module.__file__:
            return None
        if event == "line":
            lines.append(frame.f_lineno)
            if len(lines) == step:
                stopped.set()
                go_on.wait(timeout=5)
        return trace

    def call_slowly():
        sys.settrace(trace)
        try:
            objects["slow"] = module.Singleton()
        finally:
            sys.settrace(None)
            stopped.set()

    def call_quickly():
        objects["quick"] = module.Singleton()

    slow, quick = threading.Thread(target=call_slowly), threading.Thread(target=call_quickly)
    slow.start()
    stopped.wait(timeout=5)
    quick.start()
    quick.join(timeout=0.02)  # a thread that waits for the slow one needs it to go on
    go_on.set()
    slow.join(timeout=5)
    quick.join(timeout=5)
    return objects["slow"], objects["quick"]
