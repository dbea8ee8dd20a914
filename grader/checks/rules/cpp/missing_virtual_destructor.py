"""Deleting an object through a pointer to its base needs a virtual destructor there.

Without it, the behaviour is undefined: what the derived class owns is not released, and the
memory is freed with the wrong size. Give a base with virtual functions a public virtual
destructor, or a protected one, so that nobody can delete through it.

Looked at: classes that bring in a virtual function, and classes with virtual functions that
others of the submission derive from.
Accepted: a protected or private destructor, a base whose destructor is virtual, `final`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang import cindex
from clang.cindex import AccessSpecifier, CursorKind

from grader.checks.cpp.classes import Class, classes
from grader.checks.cpp.types import CLASSES, HIDDEN
from grader.checks.cpp.unit import Node, Unit
from grader.checks.protocol import Example

NAME = "cpp.missing-virtual-destructor"
SUMMARY = "A base class with virtual functions has no virtual destructor."
ADVICE = "Declare `virtual ~Base() = default;` in the base class."


def check(unit: Unit) -> Iterator[tuple[Node, str]]:
    """Find bases that can be deleted through, but not rightly."""
    found = list(classes(unit))
    derived_from = {
        base.cursor.type.get_canonical().get_declaration().canonical.get_usr()
        for item in found
        for base in item.bases
        if base.cursor.access_specifier == AccessSpecifier.PUBLIC
    }
    for item in found:
        cursor = item.node.cursor
        if _is_final(item) or _is_closed(item) or _has_virtual_destructor(cursor):
            continue
        if _brings_in_virtual(item) or (
            cursor.canonical.get_usr() in derived_from and _is_polymorphic(cursor)
        ):
            yield (
                item.node,
                f"`{item.node.spelling}` has virtual functions, but deleting through a pointer "
                "to it does not destroy what derives from it",
            )


def _is_final(item: Class) -> bool:
    return any(child.kind == CursorKind.CXX_FINAL_ATTR for child in item.node.children)


def _is_closed(item: Class) -> bool:
    return item.destructor is not None and item.destructor.cursor.access_specifier in HIDDEN


def _brings_in_virtual(item: Class) -> bool:
    """Whether a virtual function of the class is no override of a base's."""
    return any(
        member.kind == CursorKind.CXX_METHOD
        and member.cursor.is_virtual_method()
        and not any(part.kind == CursorKind.CXX_OVERRIDE_ATTR for part in member.children)
        and not any(_declares(base, member.spelling) for base in _bases(item.node.cursor))
        for member in item.node.children
    )


def _declares(owner: cindex.Cursor, name: str) -> bool:
    own = any(part.is_virtual_method() and part.spelling == name for part in owner.get_children())
    return own or any(_declares(base, name) for base in _bases(owner))


def _is_polymorphic(owner: cindex.Cursor) -> bool:
    own = any(part.is_virtual_method() for part in owner.get_children())
    return own or any(_is_polymorphic(base) for base in _bases(owner))


def _has_virtual_destructor(owner: cindex.Cursor) -> bool:
    """Its own or a base's; a base that is not known may have one."""
    for part in owner.get_children():
        if part.kind == CursorKind.DESTRUCTOR and part.is_virtual_method():
            return True
    specifiers = [
        part for part in owner.get_children() if part.kind == CursorKind.CXX_BASE_SPECIFIER
    ]
    known = _bases(owner)
    return len(known) < len(specifiers) or any(_has_virtual_destructor(base) for base in known)


def _bases(owner: cindex.Cursor) -> list[cindex.Cursor]:
    """The definitions of a class's bases; those of a template are its pattern's."""
    found = []
    for part in owner.get_children():
        if part.kind != CursorKind.CXX_BASE_SPECIFIER:
            continue
        declared = part.type.get_canonical().get_declaration()
        pattern = cindex.conf.lib.clang_getSpecializedCursorTemplate(declared)
        definition = (pattern or declared).get_definition()
        if definition is not None and definition.kind in CLASSES:
            found.append(definition)
    return found


_BASE = """\
#include <memory>

class Animal {
public:
    virtual void speak() const = 0;
};

class Dog : public Animal {
public:
    void speak() const override {}
};

template <class T> struct Visitor {
    ~Visitor() {}
    virtual void visit(T value) {}
};
"""

_MIDDLE = """\
class Root {
public:
    virtual void run() = 0;

protected:
    ~Root() = default;
};

class Middle : public Root {
public:
    void run() override {}
};

class Leaf : public Middle {
    int value_ = 0;
};
"""

BAD = (Example(_BASE, (3, 13)), Example(_MIDDLE, (9,)))

_SAFE = """\
#include <exception>
#include <string>

class Animal {
public:
    virtual ~Animal() = default;
    virtual void speak() const = 0;
};

class Dog : public Animal {
    void speak() const override {}
    virtual void wag() {}
};

class Mixin {
public:
    virtual void run() = 0;

protected:
    ~Mixin() = default;
};

class Uses : public Mixin {
    void run() override {}
};

struct Last final {
    virtual void run() {}
};

struct Error : std::exception {
    const char* what() const noexcept override { return "error"; }
    virtual int code() const { return 1; }
};

template <class Base> struct Adds : Base {
    virtual void more() {}
};

struct Plain {
    std::string text;
};
struct Longer : Plain {};
"""

GOOD = (_SAFE,)
