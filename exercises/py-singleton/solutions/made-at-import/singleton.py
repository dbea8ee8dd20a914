"""Each object is made together with its class, before anybody can ask for it."""

_objects = {}


def _make(cls):
    made = object.__new__(cls)
    made.value = 0
    _objects[cls] = made


class Singleton:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        _make(cls)

    def __new__(cls):
        return _objects[cls]


_make(Singleton)
