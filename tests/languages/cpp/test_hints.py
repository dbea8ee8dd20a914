"""Compile errors in words that help, whichever compiler said it."""

from __future__ import annotations

import pytest

from grader.languages.cpp.diagnostics import COULD_NOT_USE, parse_compiler_output
from tests.languages.cpp.making import places

TEXT = """\
#pragma once
struct Thing {
    std::mutex lock;
    int n = 0
    int size() const { return n; }
};
"""
PLACES = places(TEXT, scenarios='#include "thing.hpp"\n')
ASYNC = "There is no header <async>; std::async is in <future>."
MUTEX = "Write #include <mutex> at the top of your file."


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("‘mutex’ in namespace ‘std’ does not name a type", MUTEX),
        ("‘lock_guard’ is not a member of ‘std’", MUTEX),
        ("use of undeclared identifier 'std'", MUTEX),
        ("no member named 'once_flag' in namespace 'std'", MUTEX),
        ("async: No such file or directory", ASYNC),
        ("'async' file not found", ASYNC),
        ("'my_own.hpp' file not found", "There is no header <my_own.hpp>."),
        ("static assertion failed: result type must be constructible from input", "reference."),
        ("no matching function for call to 'construct_at'", "take a reference."),
        ("use of deleted function ‘std::unique_ptr<_Tp, _Dp>::unique_ptr(const "
         "std::unique_ptr<_Tp, _Dp>&)’", "std::move, or take a reference."),
        ("passing ‘const std::map<int, int>’ as ‘this’ argument discards qualifiers", "or at()."),
        ("passing ‘const Thing’ as ‘this’ argument discards qualifiers", "changes nothing."),
        ("invalid new-expression of abstract class type ‘Der’", "should override it."),
    ],
)  # fmt: skip
def test_what_a_message_means(said: str, hint: str) -> None:
    (found,) = parse_compiler_output(f"thing.hpp:3:5: error: {said}\n".encode(), PLACES)
    assert found.message.endswith(hint)
    assert len(found.message) < 500


def test_an_ordinary_message_stays_as_it_is() -> None:
    said = "call of overloaded ‘f(int)’ is ambiguous"
    notes = "".join(f"thing.hpp:{n}:9: note: candidate: ‘int f({n})’\n" for n in (4, 5))
    (found,) = parse_compiler_output(f"thing.hpp:3:5: error: {said}\n{notes}".encode(), PLACES)
    assert found.message == said
    assert [note.message for note in found.notes] == [
        "candidate: ‘int f(4)’", "candidate: ‘int f(5)’"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("‘struct Thing’ has no member named ‘total’", "public member `total` in `Thing`"),
        ("no member named 'total' in 'Thing'", "public member `total` in `Thing`"),
        ("‘Thing’ was not declared in this scope; did you mean ‘Thingy’?", "the name `Thing`"),
        ("use of undeclared identifier 'Thing'; did you mean 'Thingy'?", "the name `Thing`"),
        ("‘int Thing::size()’ is private within this context", "`size` of `Thing` from outside"),
        ("'size' is a private member of 'Thing'", "`size` of `Thing` from outside"),
        ("no matching function for call to ‘Thing::Thing()’", "`Thing` without arguments"),
        ("no matching function for call to ‘Thing::Thing(int)’", "`Thing` from (int)"),
        ("no matching constructor for initialization of 'Thing'", "makes a `Thing` in a way"),
        ("no matching function for call to ‘Thing::total(int&)’", "`total` with arguments"),
        ("too few arguments to function call, expected 2, have 1", "more or fewer arguments"),
    ],
)
def test_what_the_scenarios_miss(said: str, told: str) -> None:
    (found,) = parse_compiler_output(f"scenarios.cpp:9:5: error: {said}\n".encode(), PLACES)
    assert found.message.startswith(COULD_NOT_USE)
    assert told in found.message
    if "Thing`" in told:
        assert found.location is not None
        assert found.location.line == 2


@pytest.mark.parametrize(
    "output",
    [
        # g++ 12 and clang++ 14 notice it at the next line, and tell the place second
        "thing.hpp:5:13: error: expected ‘;’ at end of member declaration\n"
        "thing.hpp:4:14: error: expected ‘;’ before ‘int’\n",
        "thing.hpp:5:5: error: expected ';' at end of declaration list\n",
    ],
)
def test_a_missing_semicolon_is_where_it_is_missing(output: str) -> None:
    (found,) = parse_compiler_output(output.encode(), PLACES)
    assert found.location is not None
    assert found.location.line == 4


def test_words_of_a_static_assertion_read_the_same() -> None:
    gcc = "thing.hpp:3:5: error: static assertion failed: T is no number\n"
    clang = (
        "thing.hpp:3:5: error: static_assert failed due to requirement 'v<T>' \"T is no number\"\n"
    )
    (first,) = parse_compiler_output(gcc.encode(), PLACES)
    (second,) = parse_compiler_output(clang.encode(), PLACES)
    assert first.message == second.message == "static assertion failed: T is no number"


def test_names_of_the_librarys_inside_are_left_out() -> None:
    said = "no match for ‘operator<’ in ‘__x < __y’ (operand types are ‘const K’ and ‘const K’)"
    (found,) = parse_compiler_output(f"thing.hpp:3:5: error: {said}\n".encode(), PLACES)
    assert found.message == "no match for ‘operator<’ (operand types are ‘const K’ and ‘const K’)"
