"""A singleton that can be copied or moved is not single.

`auto copy = Singleton::getInstance();` compiles, makes a second object, and from then on part
of the program talks to the wrong one. A deleted copy constructor turns that into a compile
error. Deleting it also keeps the compiler from making a move constructor.

Accepted: a copy constructor that is deleted or private, a base or member that can be neither
copied nor moved (such as `std::mutex`), and a private destructor. A `std::unique_ptr` member
alone is not enough, for it can be moved out. Functions that make a new object on every call
are factories, not singletons.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.cpp.singletons import singletons
from grader.checks.cpp.types import can_be_duplicated
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.copyable-singleton"
SUMMARY = "A class with one instance can be copied or moved."
ADVICE = "Delete the copy constructor and the copy assignment."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find singletons that anybody can copy."""
    for owner in singletons(unit):
        if can_be_duplicated(owner.cursor):
            yield (
                owner,
                f"`{owner.spelling}` hands out one instance, but that can be copied or moved",
            )


_MEYERS = """\
class Singleton {
    Singleton() = default;

public:
    static Singleton& getInstance() {
        static Singleton instance;
        return instance;
    }
};
"""

_MOVABLE = """\
#include <memory>

class Singleton {
public:
    static Singleton* getInstance();
    Singleton(const Singleton&) = delete;
    Singleton(Singleton&&) = default;

private:
    Singleton() = default;
    static std::unique_ptr<Singleton> instance;
};

std::unique_ptr<Singleton> Singleton::instance;

inline Singleton* Singleton::getInstance() {
    if (!instance) instance.reset(new Singleton);
    return instance.get();
}
"""

_MOVED_OUT = """\
#include <memory>

class Third {
public:
    static Third& getInstance() { static Third one; return one; }
private:
    struct State { int value = 0; };
    Third() = default;
    std::unique_ptr<State> state_ = std::make_unique<State>();
};
"""

BAD = (Example(_MEYERS, (1,)), Example(_MOVABLE, (3,)), Example(_MOVED_OUT, (3,)))

_DELETED = """\
class Singleton {
    Singleton() = default;

public:
    Singleton(const Singleton&) = delete;
    Singleton& operator=(const Singleton&) = delete;

    static Singleton& getInstance() {
        static Singleton instance;
        return instance;
    }
};
"""

_MEMBERS = """\
#include <memory>
#include <mutex>

class NonCopyable {
protected:
    NonCopyable() = default;
    NonCopyable(const NonCopyable&) = delete;
};

class First : NonCopyable {
public:
    static First& getInstance() { static First one; return one; }
private:
    First() = default;
};

class Second {
public:
    static Second& getInstance() { static Second* one = new Second; return *one; }
private:
    Second() = default;
    mutable std::mutex mutex_;
};

class Third {
public:
    static Third& getInstance() { static Third one; return one; }
    ~Third() = default;
private:
    struct State { int value = 0; };
    Third() = default;
    std::unique_ptr<State> state_ = std::make_unique<State>();
};

class Fourth {
public:
    static Fourth& getInstance() { static Fourth one; return one; }
private:
    Fourth() = default;
    Fourth(const Fourth&);
    Fourth& operator=(const Fourth&);
};
"""

_FACTORY = """\
#include <memory>
#include <string>

class Shape {
public:
    static std::shared_ptr<Shape> make(const std::string& name) {
        static int made = 0;
        ++made;
        return std::make_shared<Shape>(Shape{name});
    }
    std::string name;
};
"""

GOOD = (_DELETED, _MEMBERS, _FACTORY)
