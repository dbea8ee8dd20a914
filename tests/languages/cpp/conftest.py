"""One box with a workshop for all tests that really compile and run something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.errors import BoxError
from grader.languages.cpp.artefact import BuildResult
from grader.languages.cpp.cache import Cache
from grader.languages.cpp.plan import plan
from grader.languages.cpp.toolchain import Toolchain, find_toolchain
from grader.languages.cpp.workshop import Workshop
from grader.sandbox import rungs
from grader.sandbox.box import Box, BoxSpec
from tests.languages.cpp.making import exercise, submission

Build = Callable[..., BuildResult]


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    return find_toolchain()


@pytest.fixture(scope="session")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Box]:
    """A box on the first rung that starts here."""
    folder = tmp_path_factory.mktemp("work")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)  # pytest closes them to others, and the box is somebody else
    spec = BoxSpec(programs=True, workdir=folder, writable=True)
    problems = []
    for rung in rungs.candidates():
        try:
            box = Box(rung, spec)
        except BoxError as error:
            problems.append(str(error))
            continue
        with box:
            yield box
        return
    pytest.skip("; ".join(problems))


@pytest.fixture(scope="session")
def workshop(box: Box, toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    assert box.spec.workdir is not None
    return Workshop(box, box.spec.workdir, toolchain, Cache(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def build(workshop: Workshop, toolchain: Toolchain, tmp_path: Path) -> Build:
    """Build a learner's text with hidden sources: `build(text, "plain", scenarios="…")`."""

    def run(text: str, profile: str = "plain", seconds: float = 60.0, **hidden: str) -> BuildResult:
        made = exercise(tmp_path, seconds=seconds, **hidden)
        return workshop.build(plan(made, submission(text), made.programs[0], profile, toolchain))

    return run
