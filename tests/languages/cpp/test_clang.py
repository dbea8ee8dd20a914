"""clang++ does the same work, where it is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import ToolMissing
from grader.languages.cpp.cache import Cache
from grader.languages.cpp.program import CppSession, silent_canaries
from grader.languages.cpp.toolchain import find_toolchain
from grader.languages.cpp.workshop import Workshop
from grader.sandbox.box import Box
from grader.sandbox.request import Died
from tests.languages.cpp.programs import LIMITS, THING, compiled


def test_a_race_in_a_program_of_clang(box: Box, tmp_path: Path) -> None:
    try:
        toolchain = find_toolchain("clang++")
    except ToolMissing as missing:
        pytest.skip(str(missing))
    if "thread" not in toolchain.sanitizers:
        pytest.skip("clang++ without its thread sanitizer")
    assert box.spec.workdir is not None
    folder = box.spec.workdir / "clang"
    folder.mkdir()
    workshop = Workshop(box, folder, toolchain, Cache(tmp_path / "cache"))
    artefact = compiled(workshop, toolchain, tmp_path, THING, "thread")
    assert silent_canaries(box, artefact, LIMITS) == ()
    with CppSession.start(box, artefact, LIMITS) as session:
        assert session.call("at_once", 3) == [0, 1, 4]
        with pytest.raises(Died):
            session.call("race")
        (report,) = session.finish().reports
    assert report.kind == "data-race"
    assert {frame.location.line for frame in report.frames} == {17, 18}
