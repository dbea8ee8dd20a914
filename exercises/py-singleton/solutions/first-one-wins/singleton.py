"""Candidates are made freely; the dictionary keeps the first complete one for everybody."""

_instances = {}


class Singleton:
    def __new__(cls):
        try:
            return _instances[cls]
        except KeyError:
            candidate = super().__new__(cls)
            candidate.value = 0
            return _instances.setdefault(cls, candidate)
