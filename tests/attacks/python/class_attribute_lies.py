# ATTACK class_attribute_lies
# CLASS: verdict-forge
# TRIES: an object whose __class__ says int and whose metaclass says that everything is an instance of it.
# SAFE GRADER MUST: look at type(), not at isinstance or __class__.
# HONEST-RESULT: fail
# AT-MOST: 0
class Meta(type):
    __instancecheck__ = lambda cls, other: True
    __subclasscheck__ = lambda cls, other: True
    __eq__ = lambda cls, other: True
    __hash__ = type.__hash__
    __name__ = property(lambda cls: "int")
    __mro__ = property(lambda cls: (int, object))


class Chameleon(metaclass=Meta):
    __class__ = property(lambda self: int)
    __eq__ = lambda self, other: True
    __hash__ = object.__hash__
    __index__ = __int__ = lambda self: 1
    hex = lambda self: "0x1p+0"


class LRUCache(metaclass=Meta):
    def __init__(self, *_):
        pass

    def get(self, key):
        return Chameleon()

    def put(self, key, value):
        return Chameleon()
