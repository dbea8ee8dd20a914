"""A plan knows all that its result depends on, and nothing else changes its key."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.languages.cpp.plan import BuildPlan, plan
from grader.languages.cpp.toolchain import Toolchain
from grader.model import Submission
from tests.languages.cpp.making import exercise, submission

SCENARIOS = '#include <grader/scenario.hpp>\n#include "thing.hpp"\nSCENARIO(one)() { return 1; }\n'


def make(
    folder: Path, toolchain: Toolchain, text: str, profile: str, scenarios: str = SCENARIOS
) -> BuildPlan:
    made = exercise(folder, scenarios=scenarios)
    return plan(made, submission(text), made.programs[0], profile, toolchain)


def test_the_learners_header_comes_first_and_alone(tmp_path: Path, toolchain: Toolchain) -> None:
    alone, hidden = make(tmp_path, toolchain, "int a;", "plain").units
    assert (alone.name, alone.hidden, alone.checked_only) == ("thing.hpp", False, True)
    assert (hidden.name, hidden.hidden, hidden.checked_only) == ("scenarios.cpp", True, False)
    assert "SCENARIO" not in alone.text


def test_the_hidden_text_is_not_in_a_repr(tmp_path: Path, toolchain: Toolchain) -> None:
    assert "SCENARIO" not in repr(make(tmp_path, toolchain, "int a;", "plain"))


def test_the_key_depends_on_everything_that_is_compiled(
    tmp_path: Path, toolchain: Toolchain
) -> None:
    other = dataclasses.replace(toolchain, version="g++ 99")
    plans = [
        make(tmp_path / "1", toolchain, "int a;", "plain"),
        make(tmp_path / "2", toolchain, "int b;", "plain"),
        make(tmp_path / "3", toolchain, "int a;", "undefined"),
        make(tmp_path / "4", toolchain, "int a;", "plain", SCENARIOS + "int c;"),
        make(tmp_path / "5", other, "int a;", "plain"),
    ]
    assert len({one.key for one in plans}) == len(plans)


def test_the_key_does_not_depend_on_where_things_lie(tmp_path: Path, toolchain: Toolchain) -> None:
    first = make(tmp_path / "1", toolchain, "int a;", "plain")
    again = make(tmp_path / "2", toolchain, "int a;", "plain")
    assert first.key == again.key


def test_profiles_share_the_check_of_the_header(tmp_path: Path, toolchain: Toolchain) -> None:
    plain = make(tmp_path, toolchain, "int a;", "plain")
    watched = make(tmp_path, toolchain, "int a;", "undefined")
    assert plain.unit_key(plain.units[0]) == watched.unit_key(watched.units[0])
    assert plain.unit_key(plain.units[1]) != watched.unit_key(watched.units[1])


def test_headers_that_the_learner_adds_take_part(
    tmp_path: Path, toolchain: Toolchain
) -> None:
    made = exercise(tmp_path, scenarios=SCENARIOS)
    (file,) = submission("int a;").files
    extra = Submission(
        name="x", files=(file, dataclasses.replace(file, path="extra.hpp")), digest=""
    )
    made_plan = plan(made, extra, made.programs[0], "plain", toolchain)
    assert made_plan.file_names == ("thing.hpp", "extra.hpp")
    assert [unit.name for unit in made_plan.units] == ["thing.hpp", "scenarios.cpp"]


def test_a_missing_hidden_source_is_the_authors_mistake(
    tmp_path: Path, toolchain: Toolchain
) -> None:
    made = exercise(tmp_path, scenarios=SCENARIOS)
    (made.hidden / "scenarios.cpp").unlink()
    with pytest.raises(ExerciseError, match=r"scenarios\.cpp: cannot be read"):
        plan(made, submission("int a;"), made.programs[0], "plain", toolchain)
