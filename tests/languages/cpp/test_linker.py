"""Linker messages become sentences that say what to do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.languages.cpp.diagnostics import MAX_DIAGNOSTICS, Diagnostic
from grader.languages.cpp.linker import GENERAL, parse_linker_output
from grader.model import Location
from tests.languages.cpp.making import HEADER, places

LEARNER = """\
#pragma once
class Singleton {
    static int instance;
    virtual void speak();
public:
    static Singleton& getInstance();
};
int Singleton::instance = 0;
"""
PLACES = places(LEARNER, scenarios="void only_hidden();")


def parsed(text: str) -> tuple[Diagnostic, ...]:
    return parse_linker_output(text.encode(), PLACES)


def test_an_undefined_member_is_found_where_it_is_declared() -> None:
    (found,) = parsed(
        "/usr/bin/ld: out-3/unit.o: in function `Singleton::getInstance()::{lambda()#1}':\n"
        "thing.hpp:14: undefined reference to `Singleton::instance'\n"
        "/usr/bin/ld: thing.hpp:15: undefined reference to `Singleton::instance'\n"
        "collect2: error: ld returned 1 exit status\n"
    )
    assert found.kind == "link"
    assert found.location == Location(file=HEADER, line=3, column=16)
    assert found.message.startswith("`Singleton::instance` is declared and used, but never defined")


def test_a_function_is_found_by_its_name() -> None:
    (found,) = parsed("x.o:(.text+0x32): undefined reference to `Singleton::getInstance() const'")
    assert found.location == Location(file=HEADER, line=6, column=23)


def test_a_second_definition_is_put_at_its_line() -> None:
    (found,) = parsed(
        "/usr/bin/ld: out-2/unit.o:/grader/thing.hpp:8: multiple definition of "
        "`Singleton::instance'; out-1/unit.o:/grader/thing.hpp:8: first defined here"
    )
    assert found.location is not None
    assert found.location.line == 8 or found.location.line == 3
    assert "once" in found.message


def test_a_missing_table_of_virtual_functions_is_explained() -> None:
    (found,) = parsed("x.o: undefined reference to `vtable for Singleton'")
    assert "virtual function that is never defined" in found.message


def test_a_main_of_the_learners() -> None:
    (found,) = parsed("x.o: multiple definition of `main'; y.o: first defined here")
    assert "leave it out" in found.message


def test_what_only_the_hidden_source_names_is_not_named() -> None:
    (found,) = parsed("x.o: undefined reference to `only_hidden()'")
    assert found == Diagnostic(kind="link", message=GENERAL)


def test_nothing_understood() -> None:
    assert parsed("ld terminated with signal 9") == (Diagnostic(kind="link", message=GENERAL),)


PIECES = st.sampled_from(
    ["undefined reference to `", "multiple definition of `", "'", "x.o:", ": ", "vtable for ", "\n",
     "Singleton::instance", "thing.hpp:8", "(", ")", "\x1b[2J", "\u202e", "Q" * 1200]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=10), max_size=60).map("".join))
def test_hostile_output_stays_within_bounds(text: str) -> None:
    found = parsed(text)
    assert 1 <= len(found) <= MAX_DIAGNOSTICS
    assert all(len(item.message) < 400 and item.message.isprintable() for item in found)
