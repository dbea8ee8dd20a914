"""The compiled text: the author's lines, keywords restored, scenarios registered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import ExerciseError
from grader.languages.cpp.compose import RESTORE, alone, compose, scenario_names

SOURCE = """\
#include <grader/scenario.hpp>
#include "thing.hpp"  // the learner's
SCENARIO(first)() { return 1; }
// SCENARIO(commented)() {}
/*
SCENARIO(also_commented)() {}
*/
  SCENARIO( second )(int x) { return x; }
int not_a_SCENARIO(int);
"""


def test_names_in_order_without_comments() -> None:
    assert scenario_names(SOURCE) == ("first", "second")


def test_every_scenario_is_registered_at_the_end() -> None:
    lines = compose("scenarios.cpp", SOURCE, ["thing.hpp"]).splitlines()
    assert lines[-2:] == ["GRADER_REGISTER(first);", "GRADER_REGISTER(second);"]


def test_keywords_are_restored_after_the_learners_file() -> None:
    lines = compose("scenarios.cpp", SOURCE, ["thing.hpp"]).splitlines()
    at = lines.index('#include "thing.hpp"  // the learner\'s')
    assert lines[at + 1 : at + 3] == [RESTORE, '#line 3 "scenarios.cpp"']


def test_nothing_of_the_hidden_folder_can_be_included() -> None:
    with pytest.raises(ExerciseError, match=r"hidden/two\.cpp:2: #include \"helper\.hpp\" is not"):
        compose("two.cpp", '\n#include "helper.hpp"\n', ["thing.hpp"])


def test_alone_has_the_header_and_nothing_else() -> None:
    assert alone("thing.hpp").splitlines()[1:] == ['#include "thing.hpp"']


@given(st.lists(st.sampled_from(['#include "thing.hpp"', "int x;", "", "# include <map>"])))
def test_line_numbers_stay_the_authors(lines: list[str]) -> None:
    """What the compiler will call line n is line n of the author's file."""
    composed = compose("s.cpp", "\n".join(lines), ["thing.hpp"]).splitlines()
    number, seen = 0, []
    for line in composed[: composed.index('#line 1 "registrations"')]:
        if line.startswith("#line "):
            number = int(line.split()[1])
        elif line != RESTORE:
            seen.append((number, line))
            number += 1
    assert seen == list(enumerate("\n".join(lines).splitlines(), start=1))
