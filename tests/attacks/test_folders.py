"""Hostile folders and archives, graded from end to end on every rung that the machine has."""

from __future__ import annotations

import os
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.errors import BoxError
from grader.pipeline.engine import Engine
from grader.sandbox.rungs import RungName
from tests.attacks.folders.attack import FolderAttack
from tests.attacks.folders.corpus import attacks
from tests.attacks.folders.watch import (
    MAX_MESSAGE,
    Beside,
    Seen,
    complaints,
    files_below,
    grade_here,
    library,
    marker_of,
    processes,
    settled,
)

ATTACKS = attacks()
SECONDS = 30
"""For one attack; a hang is an error, not a test run without an end."""


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for temporary files in which nothing is but what the grader leaves there."""
    saved = tempfile.tempdir
    folder = tmp_path_factory.mktemp("temporary")
    for path in (folder, folder.parent):
        path.chmod(0o711)
    tempfile.tempdir = str(folder)
    yield folder
    tempfile.tempdir = saved
    assert os.listdir(folder) == []


@pytest.fixture(scope="module", params=["bubblewrap", "landlock"])
def engine(request: pytest.FixtureRequest, temporary: Path) -> Iterator[Engine]:
    """All boxes on one rung, warm."""
    rung: RungName = request.param
    with Engine(rung=rung, heat=True) as engine:
        try:
            for start in (engine.python, engine.checks, engine.compilers, engine.programs):
                start()
        except BoxError as error:
            pytest.skip(str(error))
        yield engine


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder to build in, which can be removed afterwards, whatever an attack made of it."""
    yield tmp_path
    todo = [os.fsencode(tmp_path)]
    while todo:
        path = todo.pop()
        if stat.S_ISDIR(os.lstat(path).st_mode) and len(path) < 3000:
            os.chmod(path, 0o700)
            todo += [path + b"/" + name for name in os.listdir(path)]


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError("the grader hangs")

    saved = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, saved)


def build(attack: FolderAttack, home: Path) -> Path:
    """What is handed in."""
    if attack.needs and (attack.needs == "root") != (os.geteuid() == 0):
        pytest.skip(f"makes sense for {attack.needs} only")
    return attack.build(home)


def planted() -> list[str]:
    """What planted code would leave."""
    return [name for name in os.listdir("/tmp") if name.startswith("pwned")]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.cls}-{attack.name}")
def test_attack(engine: Engine, temporary: Path, home: Path, attack: FolderAttack) -> None:
    submission = build(attack, home)
    exercise, rubric = library(attack.exercise)
    before, files, ours = files_below(home), os.listdir(temporary), processes()
    with Beside(attack, submission):
        marker = marker_of(submission)
        seen = grade_here(engine, submission, exercise, rubric)
    check(attack, seen)
    assert complaints(marker) == []
    assert attack.meanwhile or files_below(home) == before
    assert set(os.listdir(temporary)) <= {*files, engine.workdir.name}
    assert planted() == []
    assert settled(ours) == set()


def check(attack: FolderAttack, seen: Seen) -> None:
    """The answer is one that the attack may have."""
    assert seen.exit_code in attack.exit_codes, seen.message
    if seen.exit_code == 0:
        assert seen.points is not None
        assert seen.points <= attack.at_most
        assert attack.honest_result != "right" or seen.points == 100
    else:
        assert seen.points is None
        assert attack.reason in seen.message
        assert seen.message.isprintable()
        assert len(seen.message) < MAX_MESSAGE
    for text in seen.shown:
        assert complaints(text, page=text.startswith("<!")) == []
