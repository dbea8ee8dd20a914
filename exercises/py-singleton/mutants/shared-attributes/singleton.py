class Singleton:
    _shared = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._shared = {"value": 0}

    def __init__(self):
        self.__dict__ = self._shared


Singleton._shared["value"] = 0
