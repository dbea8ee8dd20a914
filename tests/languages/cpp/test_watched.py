"""Sanitized programs: what they report, and what happens when somebody silences them."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.program import CppSession, silent_canaries
from grader.languages.cpp.toolchain import Toolchain
from grader.languages.cpp.workshop import Workshop
from grader.sandbox.box import Box
from grader.sandbox.request import Died
from tests.languages.cpp.programs import LIMITS, THING, compiled


@pytest.fixture(scope="module")
def watched(
    workshop: Workshop, toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory
) -> Artefact:
    folder = tmp_path_factory.mktemp("watched")
    return compiled(workshop, toolchain, folder, THING, "address,undefined")


@pytest.fixture(scope="module")
def threaded(
    workshop: Workshop, toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory
) -> Artefact:
    return compiled(workshop, toolchain, tmp_path_factory.mktemp("threads"), THING, "thread")


def test_a_leak_is_reported_and_fails_nobody_unasked(box: Box, watched: Artefact) -> None:
    with CppSession.start(box, watched, LIMITS) as session:
        session.call("leak")
        finish = session.finish()
    (report,) = finish.reports
    assert report.kind == "leak"
    assert report.location is not None
    assert report.location.line == 14
    assert finish.failure == ""


def test_a_race_is_reported_at_the_learners_line(box: Box, threaded: Artefact) -> None:
    with CppSession.start(box, threaded, LIMITS) as session:
        with pytest.raises(Died):
            session.call("race")
        finish = session.finish()
    (report,) = finish.reports
    assert report.kind == "data-race"
    assert {frame.location.line for frame in report.frames} == {17, 18}
    assert finish.failure.startswith("Two threads used the same memory")


def test_canaries_are_reported(box: Box, watched: Artefact, threaded: Artefact) -> None:
    assert silent_canaries(box, watched, LIMITS) == ()
    assert silent_canaries(box, threaded, LIMITS) == ()


QUIET = "static const int quiet = close(2);\n"  # reports go to a descriptor that is no more


def test_a_silenced_sanitizer_is_noticed(
    box: Box, workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    artefact = compiled(workshop, toolchain, tmp_path, THING + QUIET, "thread")
    assert silent_canaries(box, artefact, LIMITS) == ("__canary_race",)
    assert workshop.sanitizer_works(artefact.profile, LIMITS)


def test_a_program_that_breaks_before_main_is_broken_not_silenced(
    box: Box, workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    text = THING + "static const int early = (std::abort(), 1);\n"
    artefact = compiled(workshop, toolchain, tmp_path, text, "thread")
    with pytest.raises(Died):
        silent_canaries(box, artefact, LIMITS)
