"""Mutants of C++: what each operator makes. Nothing is graded here."""

from __future__ import annotations

import pytest

from grader.errors import ExerciseError
from grader.verify.machine.cpp import builds, edits, fingerprint

SOURCE = b"""#pragma once
// a == b && c: a comment is none of our business
#include <mutex>
#include <string>

class Door {
public:
    explicit Door(int width) noexcept : width_(width) {}
    Door(const Door&) = delete;
    virtual bool fits(int size) const { return size < width_ && !shut_; }
    std::string name() { return "d\xc3\xb6\xc3\xb6r"; }
    void push() {
        std::lock_guard<std::mutex> lock(mutex_);
        static int pushed = 10;
        if (is("open")) width_ += pushed;
        for (;;) { ++pushed; break; }
    }
    bool is(const std::string& word) { return word == name(); }

private:
    int width_;
    bool shut_ = false;
    std::mutex mutex_;
};

inline Door* the_door = nullptr;
"""

MADE = "explicit Door(int width) noexcept : width_(width)"
EXPECTED = {
    ("word", MADE, MADE.replace("explicit ", "")),
    ("word", MADE, MADE.replace("noexcept ", "")),
    ("delete", "Door(const Door&) = delete", "Door(const Door&) = default"),
    ("word", "virtual bool fits(int size) const", "bool fits(int size) const"),
    ("comparison", "size < width_", "size <= width_"),
    ("comparison", "size < width_", "size >= width_"),
    ("logic", "size < width_ && !shut_", "size < width_ || !shut_"),
    ("not", "!shut_", "shut_"),
    ("return", "return size < width_ && !shut_", "return {}"),
    ("constant", '"döör"', '""'),
    ("return", 'return "döör"', "return {}"),
    ("lock", "std::lock_guard<std::mutex> lock(mutex_);", ";"),
    ("word", "static int pushed = 10", "int pushed = 10"),
    ("constant", "10", "11"),
    ("constant", "10", "(9)"),
    ("condition", 'is("open")', "true"),
    ("condition", 'is("open")', "false"),
    ("constant", '"open"', '""'),
    ("arithmetic", "width_ += pushed", "width_ -= pushed"),
    ("arithmetic", "width_ += pushed", "width_ = pushed"),
    ("statement", "width_ += pushed", ""),
    ("arithmetic", "++pushed", "--pushed"),
    ("statement", "++pushed", ""),
    ("jump", "break", "continue"),
    ("comparison", "word == name()", "word != name()"),
    ("return", "return word == name()", "return {}"),
    ("access", "private:", "public:"),
    ("constant", "false", "true"),
    ("word", "inline Door* the_door = nullptr", "Door* the_door = nullptr"),
}


def test_what_operators_make() -> None:
    found = [edit for path, edit in edits((("door.hpp", SOURCE),)) if path == "door.hpp"]
    made = {(edit.operator, edit.before(SOURCE), edit.after(SOURCE)) for edit in found}
    assert made == EXPECTED
    for edit in found:
        edited = edit.apply(SOURCE)
        assert edited != SOURCE
        assert edited.startswith(SOURCE[: edit.start])
        assert edited.endswith(SOURCE[edit.end :])


def test_layout_and_comments_are_no_difference() -> None:
    assert fingerprint((("a.hpp", b"int  a ; // b"),)) == fingerprint((("a.hpp", b"int a;\n"),))
    assert fingerprint((("a.hpp", b"int a;"),)) != fingerprint((("a.hpp", b"int b;"),))


def test_what_does_not_compile_is_known() -> None:
    assert builds((("a.hpp", b"int* a() { return {}; }"),))
    assert not builds((("a.hpp", b"int& a() { return {}; }"),))
    with pytest.raises(ExerciseError, match=r"a\.hpp:1: .*a solution must compile"):
        list(edits((("a.hpp", b"int& a() { return {}; }"),)))
