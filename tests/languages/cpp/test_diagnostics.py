"""Compiler messages: the learner's line, the notes that matter, nothing of the hidden source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.languages.cpp.diagnostics import (
    COULD_NOT_USE,
    MAX_DIAGNOSTICS,
    MAX_MESSAGE,
    Diagnostic,
    Note,
    parse_compiler_output,
)
from grader.model import Location
from tests.languages.cpp.making import HEADER, places

LEARNER = "#pragma once\n" + "\n".join(f"int line_{number};" for number in range(2, 31))
HIDDEN = """\
#include "thing.hpp"
SCENARIO(sized)() { auto secret = Thing().size() + 41 + 1; return secret; }
static_assert(sizeof(Thing) == 1, "Thing has to be as small as a char");
"""
PLACES = places(LEARNER, scenarios=HIDDEN)


def parsed(text: str) -> tuple[Diagnostic, ...]:
    return parse_compiler_output(text.encode(), PLACES)


def at(line: int, column: int) -> Location:
    return Location(file=HEADER, line=line, column=column)


GCC_PRIVATE = """\
In file included from /usr/include/c++/12/memory:76,
                 from thing.hpp:2,
                 from <stdin>:1:
/usr/include/c++/12/bits/unique_ptr.h: In instantiation of ‘std::__detail::__unique_ptr_t<_Tp> \
std::make_unique(_Args&& ...) [with _Tp = Singleton; _Args = {}]’:
thing.hpp:14:51:   required from here
/usr/include/c++/12/bits/unique_ptr.h:1065:30: error: ‘constexpr Singleton::Singleton()’ is \
private within this context
thing.hpp:9:5: note: declared private here
"""
CLANG_PRIVATE = """\
In file included from ./thing.hpp:2:
/usr/include/c++/12/bits/unique_ptr.h:1065:34: error: calling a private constructor of class \
'Singleton'
./thing.hpp:14:29: note: in instantiation of function template specialization \
'std::make_unique<Singleton>' requested here
./thing.hpp:9:5: note: declared private here
1 error generated.
"""


def test_an_error_in_a_header_is_put_at_the_learners_line() -> None:
    (found,) = parsed(GCC_PRIVATE)
    assert found == Diagnostic(
        kind="error",
        message="‘constexpr Singleton::Singleton()’ is private within this context",
        location=at(14, 51),
        notes=(Note(message="declared private here", location=at(9, 5)),),
    )


def test_clang_says_the_same_in_its_own_way() -> None:
    (found,) = parsed(CLANG_PRIVATE)
    assert found.location == at(14, 29)
    assert found.message == "calling a private constructor of class 'Singleton'"
    assert Note(message="declared private here", location=at(9, 5)) in found.notes


def test_a_missing_include_is_named() -> None:
    (found,) = parsed(
        "thing.hpp:3:17: error: ‘once_flag’ in namespace ‘std’ does not name a type\n"
        "thing.hpp:3:12: note: ‘std::once_flag’ is defined in header ‘<mutex>’; did you forget to "
        "‘#include <mutex>’?\n"
    )
    assert found.location == at(3, 17)
    assert found.message.endswith("Write #include <mutex> at the top of your file.")
    assert found.notes == ()  # the note says the same


def test_no_more_than_a_few_and_each_once() -> None:
    errors = [f"thing.hpp:{line}:1: error: number {line}" for line in (2, 2, 3, 4, 5, 6, 7)]
    found = parsed("\n".join(errors))
    assert [item.message for item in found] == ["number 2", "number 3", "number 4"]
    assert len(found) == MAX_DIAGNOSTICS


def test_template_walls_are_taken_down() -> None:
    wall = "std::map<" + ", ".join(["std::__cxx11::basic_string<char>"] * 30) + ">"
    (found,) = parsed(
        f"thing.hpp:4:2: error: ‘void f(T) [with T = {wall}; U = int [3]]’ is deleted"
    )
    assert found.message == "‘void f(T)’ is deleted"
    (found,) = parsed(f"thing.hpp:4:2: error: no match for ‘{wall}’")
    assert found.message == "no match for ‘std::map<…>’"


def test_the_staging_folder_is_never_shown() -> None:
    (found,) = parsed("/box/files/thing.hpp:5:1: error: cannot open /box/files/more.hpp")
    assert found.location == at(5, 1)
    assert found.message == "cannot open more.hpp"


def test_an_error_in_the_hidden_source_names_neither_it_nor_its_text() -> None:
    (found,) = parsed("scenarios.cpp:2:43: error: ‘struct Thing’ has no member named ‘size’")
    said = "the task needs a public member `size` in `Thing`, and there is none"
    assert found.message == f"{COULD_NOT_USE}: {said}"
    assert found.location is None


def test_what_quotes_the_hidden_source_is_left_out() -> None:
    quoted = "auto secret = Thing().size() + 41 + 1; return secret;"
    (found,) = parsed(f"thing.hpp:2:1: error: static assertion failed: {quoted}")
    assert found.message == COULD_NOT_USE


def test_what_an_author_says_to_learners_is_shown() -> None:
    said = "Thing has to be as small as a char"
    (gcc,) = parsed(f"scenarios.cpp:3:29: error: static assertion failed: {said}")
    (clang,) = parsed(
        "scenarios.cpp:3:1: error: static_assert failed due to requirement "
        f"'sizeof(Thing) == 1' \"{said}\""
    )
    assert gcc.message == clang.message == said


def test_scenarios_are_not_named() -> None:
    (found,) = parsed(
        "/usr/include/c++/12/x.h:3:1: error: no type in ‘scenario_sized(int)::<lambda()>’"
    )
    assert "sized" not in found.message


def test_the_compilers_own_breakdown_is_no_message_for_learners() -> None:
    (found,) = parsed("thing.hpp:3:1: internal compiler error: in f, at cp/g.cc:12")
    assert found.kind == "crash"
    assert "cp/g.cc" not in found.message


@pytest.mark.parametrize("text", ["", "no such thing", "error", "thing.hpp:1: \n" * 9])
def test_output_that_says_nothing_gives_one_general_message(text: str) -> None:
    (found,) = parsed(text)
    assert found.kind == "error"
    assert found.location is None


def test_line_directives_do_not_invent_lines() -> None:
    (found,) = parsed("thing.hpp:99999:1: error: forged\nother.hpp:1:1: error: forged too")
    assert found.location is None


PIECES = st.sampled_from(
    [
        "thing.hpp", "scenarios.cpp", "/usr/include/x.h", ":", ":1", ":30:2", ": error: ", "\n",
        ": note: ", ": fatal error: ", "   required from here", " [with T = ", "]", "<", ">", "‘",
        "In instantiation of", "\x1b[31m", "\x00", "\u202e", "static assertion failed: ", '"',
        "auto secret = Thing().size() + 41 + 1; return secret;", "A" * 3000, "In file included",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=20), max_size=60).map("".join))
def test_hostile_output_stays_within_bounds(text: str) -> None:
    """Bounded, printable, at lines that exist, without a run of the hidden source."""
    found = parsed(text)
    assert 1 <= len(found) <= MAX_DIAGNOSTICS
    for item in found:
        said = [item.message, *(note.message for note in item.notes)]
        spots = [item.location, *(note.location for note in item.notes)]
        assert all(len(one) <= MAX_MESSAGE + len(COULD_NOT_USE) + 2 for one in said)
        assert all(one.isprintable() for one in said)
        assert not any("Thing().size() + 41" in one for one in said)
        for spot in filter(None, spots):
            assert spot.file == HEADER
            assert 0 <= spot.line <= 31


@given(st.binary(max_size=2000))
def test_any_bytes(output: bytes) -> None:
    assert parse_compiler_output(output, PLACES)
