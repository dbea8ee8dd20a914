"""Real builds in a real box: right code, wrong code, hostile code."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.languages.cpp.diagnostics import COULD_NOT_USE
from grader.languages.cpp.plan import plan
from grader.languages.cpp.toolchain import Toolchain
from grader.languages.cpp.workshop import Workshop
from tests.languages.cpp.conftest import Build
from tests.languages.cpp.making import exercise, submission

THING = "#pragma once\nstruct Thing {\n    int size() const { return 3; }\n};\n"
SCENARIOS = """\
#include <grader/scenario.hpp>
#include "thing.hpp"
// HIDDEN-CANARY
SCENARIO(size)() { return Thing().size(); }
"""


@pytest.mark.parametrize("profile", ["plain", "thread", "address,undefined"])
def test_right_code_builds(build: Build, profile: str) -> None:
    result = build(THING, profile, scenarios=SCENARIOS)
    assert result.ok, result
    assert result.diagnostics == ()
    assert result.fault == ""


def test_the_same_is_not_built_twice(build: Build) -> None:
    text = THING + "// this text only here\n"
    assert not build(text, scenarios=SCENARIOS).cached
    again = build(text, scenarios=SCENARIOS)
    assert again.cached
    assert again.ok
    assert not build(text + "// changed\n", scenarios=SCENARIOS).cached


def test_what_does_not_build_is_not_tried_twice(build: Build) -> None:
    text = "struct Thing { int size() const { return missing_here; } };\n"
    first = build(text, scenarios=SCENARIOS)
    again = build(text, scenarios=SCENARIOS)
    assert (first.ok, first.cached, again.ok, again.cached) == (False, False, False, True)
    assert first.diagnostics == again.diagnostics


def test_a_header_must_be_enough_for_itself(build: Build) -> None:
    """The scenarios include <vector> and <mutex> before it; that must not help."""
    result = build("struct Thing { std::vector<int> numbers; };\n", scenarios=SCENARIOS)
    (first, *_) = result.diagnostics
    assert first.location is not None
    assert (first.location.file, first.location.line) == ("thing.hpp", 1)
    assert "vector" in first.message
    assert COULD_NOT_USE not in first.message


def test_what_the_scenarios_miss_is_told_without_them(build: Build) -> None:
    (found,) = build("struct Thing {};\n", scenarios=SCENARIOS).diagnostics
    assert found.message.startswith(COULD_NOT_USE)
    assert "needs a public member `size` in `Thing`" in found.message


def test_a_template_that_fails_when_used_is_put_at_the_learners_line(build: Build) -> None:
    text = "#include <memory>\nstruct Thing {\n    int size() const { return make<Thing>(); }\n"
    text += "private:\n    Thing(int);\n    template <class T> static int make() {\n"
    text += "        return std::make_unique<T>(1) ? 1 : 0;\n    }\n};\n"
    (found, *_) = build(text, scenarios=SCENARIOS).diagnostics
    assert found.location is not None
    assert found.location.line == 7


def test_a_member_that_is_never_defined(build: Build) -> None:
    text = THING.replace("return 3;", "return count;").replace("};", "    static int count;\n};")
    (found,) = build(text, scenarios=SCENARIOS).diagnostics
    assert found.kind == "link"
    assert "`Thing::count` is declared and used, but never defined" in found.message
    assert found.location is not None
    assert found.location.line == 4


def test_two_source_files_define_it_twice(build: Build) -> None:
    text = THING + "int twice() { return 2; }\n"
    other = '#include <grader/scenario.hpp>\n#include "thing.hpp"\n'
    assert build(text, scenarios=SCENARIOS).ok
    (found,) = build(text, scenarios=SCENARIOS, other=other).diagnostics
    assert found.kind == "link"
    assert "`twice()` is defined again in every source file" in found.message
    assert found.location is not None
    assert found.location.line == 5


def test_plans_of_one_submission_share_their_units(
    workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    made = exercise(tmp_path, scenarios=SCENARIOS)
    (program,) = made.programs
    handed_in = submission(THING + "// several at a time\n")
    plans = [plan(made, handed_in, program, name, toolchain) for name in ("plain", "thread")]
    results = workshop.build_all(plans)
    assert [(one.profile, one.ok) for one in results] == [("plain", True), ("thread", True)]


MACROS = """\
#define return return 7 +
#define private public
#define class struct
#define main other_main
#define SCENARIO(name) int name
#define GRADER_REGISTER(name) static int x_##name
#define int long
"""


def test_macros_of_the_learners_end_with_their_file(build: Build) -> None:
    assert build(THING + MACROS, scenarios=SCENARIOS).ok


@pytest.mark.parametrize(
    "text",
    [
        '#include "thing.hpp"\nint x = ;\n',
        "template <int N> struct B { B<N + 1> b; };\nstatic B<0> bomb;\n",
        "#error one\n" * 5000,
        "int f( {{{{ \n" * 3000,
    ],
    ids=["includes-itself", "endless-template", "many-errors", "nonsense"],
)
def test_floods_are_cut_short(build: Build, text: str) -> None:
    result = build(text, scenarios=SCENARIOS)
    assert not result.ok
    assert 1 <= len(result.diagnostics) <= 3
    assert result.seconds < 30


def test_code_that_compiles_for_ever_is_stopped(build: Build) -> None:
    text = "".join(
        f"#define A{n} A{n - 1} A{n - 1} A{n - 1} A{n - 1} A{n - 1} A{n - 1} A{n - 1} A{n - 1}\n"
        for n in range(1, 12)
    )
    result = build(f"#define A0 1,1,1,\n{text}int bomb[] = {{ A11 0 }};\n", "plain", 3.0,
                   scenarios=SCENARIOS)  # fmt: skip
    (found,) = result.diagnostics
    assert found.kind in {"limit", "error"}, found  # on a busy machine the compiler may give up


@pytest.mark.parametrize(
    "include",
    ["__BASE_FILE__", '"/dev/stdin"', '"/proc/self/fd/0"', '"scenarios.cpp"', '"../hidden/x.cpp"',
     '"/etc/passwd"', '"/proc/self/environ"'],
)  # fmt: skip
def test_nothing_can_be_read_by_including_it(build: Build, include: str) -> None:
    guarded = f"#ifndef ONCE\n#define ONCE\n{THING}#include {include}\n#endif\n"
    result = build(guarded, scenarios=SCENARIOS)
    said = " ".join(found.message for found in result.diagnostics)
    assert "HIDDEN-CANARY" not in said
    assert "root:" not in said
    if not include.startswith('"/dev') and not include.startswith('"/proc/self/fd'):
        assert not result.ok  # those two are an empty pipe by then, which is nothing to read


def test_diagnostics_speak_of_no_host_path(build: Build, workshop: Workshop) -> None:
    text = '#include "nothing/here.hpp"\n'
    (found,) = build(text, scenarios=SCENARIOS).diagnostics
    assert "/tmp" not in found.message
    assert found.location is not None
    assert found.location.file == "thing.hpp"
