"""Real programs, asked through the wall."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.program import CppSession, ScenarioRaised
from grader.languages.cpp.toolchain import Toolchain
from grader.languages.cpp.workshop import Workshop
from grader.model import Limits
from grader.sandbox.box import Box
from grader.sandbox.request import Died, Hang, Unanswered, Violation
from tests.languages.cpp.programs import LIMITS, THING, compiled


@pytest.fixture(scope="module")
def plain(
    workshop: Workshop, toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory
) -> Artefact:
    return compiled(workshop, toolchain, tmp_path_factory.mktemp("plain"), THING, "plain")


@pytest.fixture
def session(box: Box, plain: Artefact) -> Iterator[CppSession]:
    with CppSession.start(box, plain, LIMITS) as session:
        yield session


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
FLOATS = st.floats(allow_nan=False)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    value=st.tuples(
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.integers(0, 2**64 - 1),
        FLOATS,
        TEXT,
    ),
    table=st.dictionaries(TEXT, st.lists(FLOATS, max_size=4), max_size=4),
)
def test_values_come_back_as_they_went(session: CppSession, value: Any, table: Any) -> None:
    assert session.call("all", value) == value
    assert session.call("map", table) == table


def test_other_shapes(session: CppSession) -> None:
    assert session.call("maybe", None, [(1, "one")]) == (None, [(1, "one")])
    assert session.call("maybe", -4, []) == (-4, [])
    assert session.call("bytes") == b"\xff\x00a"
    assert session.call("nothing") is None
    assert session.call("containers") == ({1, 3}, [True, False], "literal")
    nan = session.call("all", (True, 1, 2, math.nan, ""))[3]
    assert math.isnan(nan)


@pytest.mark.parametrize(
    ("name", "arguments", "complaint"),
    [
        ("small", (128,), "does not fit its type"),
        ("small", (-(2**70),), "does not fit its type"),
        ("small", ("x",), "is not an integer"),
        ("small", (True,), "is not an integer"),
        ("small", (), "expected 1 arguments or items, got 0"),
        ("map", ([1],), "is not dict"),
        ("all", ((True, 1, -1, 1.0, ""),), "does not fit its type"),
        ("no_such", (), "there is no scenario called no_such"),
    ],
)
def test_the_drivers_complaint_is_for_the_author(
    session: CppSession, name: str, arguments: tuple[Any, ...], complaint: str
) -> None:
    with pytest.raises(Unanswered, match=complaint):
        session.call(name, *arguments)
    assert session.call("nothing") is None  # and the program goes on


def test_an_exception_arrives_with_its_bases(session: CppSession) -> None:
    with pytest.raises(ScenarioRaised) as caught:
        session.call("raise")
    assert caught.value.type == "Mine"
    assert caught.value.message == "not? there"
    assert caught.value.mro == ("Mine", "std::out_of_range", "std::logic_error", "std::exception")
    with pytest.raises(ScenarioRaised) as caught:
        session.call("raise_number")
    assert (caught.value.type, caught.value.message) == ("int", "")


def test_threads_run_at_once_and_pass_on_exceptions(session: CppSession) -> None:
    assert session.call("at_once", 6) == [0, 1, 4, 9, 16, 25]
    with pytest.raises(ScenarioRaised, match="Mine"):
        session.call("raise_at_once")


def test_what_is_too_large_is_refused(session: CppSession) -> None:
    assert session.call("large", 1_000_000) == "x" * 1_000_000
    with pytest.raises(Unanswered, match="more than 1 MiB"):
        session.call("large", 1 << 20)


@pytest.mark.parametrize("name", ["leave", "crash"])
def test_a_process_that_ends_gives_no_answer(session: CppSession, name: str) -> None:
    with pytest.raises(Died):
        session.call(name)
    finish = session.finish()
    assert finish.notes is None
    assert finish.failure  # to leave with status 0 is no end either


def test_a_process_that_hangs_is_stopped(box: Box, plain: Artefact) -> None:
    with CppSession.start(box, plain, Limits(call_seconds=0.5)) as session:
        with pytest.raises(Hang):
            session.call("hang")
        assert session.finish().failure


def test_a_process_in_which_nothing_moves_is_given_up_early(session: CppSession) -> None:
    call = {"root": "scenarios", "path": ["hang"], "args": [], "kwargs": {}}
    session.running.send({"nonce": "ab", "op": "call", **call})
    with pytest.raises(Hang, match="nothing in it moved"):
        session.running.receive(50.0, still=0.3)


def test_a_reply_of_the_learners_own_is_a_violation(session: CppSession) -> None:
    with pytest.raises(Violation):
        session.call("interject")


def test_notes_come_after_the_last_destructor(session: CppSession) -> None:
    session.call("late", 7)
    finish = session.finish()
    assert finish.notes == (7, "destroyed")
    assert (finish.failure, finish.reports, finish.outcome.code) == ("", (), 0)


def test_code_before_main_cannot_answer(
    box: Box, workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    text = THING + "static const int early = (_exit(0), 1);\n"
    artefact = compiled(workshop, toolchain, tmp_path, text, "plain")
    with CppSession.start(box, artefact, LIMITS) as session, pytest.raises(Died):
        session.call("nothing")


@pytest.mark.parametrize("profile", ["plain", "address,undefined", "thread"])
def test_what_is_not_initialised_is_not_zero(
    box: Box, workshop: Workshop, toolchain: Toolchain, tmp_path: Path, profile: str
) -> None:
    text = THING + "struct Careless { int number; Careless() {} };\n"
    more = "SCENARIO(careless)() { Careless one; return one.number; }\n"
    artefact = compiled(workshop, toolchain, tmp_path, text, profile, more)
    with CppSession.start(box, artefact, LIMITS) as session:
        assert session.call("careless") not in (0, 1, -1)


def test_new_memory_is_not_zero(
    box: Box, workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    more = "SCENARIO(fresh)() { int* const n = new int[64]; const int m = n[20]; delete[] n; "
    more += "return m; }\n"
    for profile in ("plain", "address,undefined"):
        artefact = compiled(workshop, toolchain, tmp_path, THING, profile, more)
        with CppSession.start(box, artefact, LIMITS) as session:
            assert session.call("fresh") not in (0, 1, -1)
