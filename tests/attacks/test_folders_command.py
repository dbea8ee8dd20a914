"""Some hostile folders through the real command, started within them where that is possible."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks.folders.attack import FolderAttack
from tests.attacks.folders.corpus import attacks
from tests.attacks.folders.watch import LIBRARY, MAX_MESSAGE, TESTS, complaints, files_below

BY_NAME = {attack.name: attack for attack in attacks()}
GIVEN = (
    "odd_files_only", "called_escapes", "called_bytes_and_empty", "called_dashes_and_empty",
    "submission_is_a_pipe", "missing", "submission_is_a_link", "zip_twice", "tar_gz_plain",
)  # fmt: skip
WITHIN = ("hooks", "shadows", "shadows_of_ours", "settings", "passing_conftest", "native_modules",
          "report_is_a_link")  # fmt: skip
"""Python and tools would find these in the current folder, and the report goes there, too."""


def command(place: Path, submission: str, *options: str) -> subprocess.CompletedProcess[str]:
    """`grader grade` as its script starts it: the current folder is not on Python's path."""
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "grader", *LIBRARY, "grade", *options, "--", submission],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(TESTS.parent)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert complaints(ran.stdout + ran.stderr) == []
    assert [name for name in os.listdir("/tmp") if name.startswith("pwned")] == []
    return ran


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to build in; what the command leaves in its folder for temporary files is told."""
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    yield tmp_path / "home"
    assert os.listdir(tmp_path / "temporary") == []


def check(attack: FolderAttack, ran: subprocess.CompletedProcess[str], report: Path) -> None:
    """The exit code, the points, and what everybody can read."""
    assert ran.returncode in attack.exit_codes, ran.stderr
    if ran.returncode == 2:
        assert ran.stderr.count("\n") == 1
        assert len(ran.stderr) < MAX_MESSAGE
        assert attack.reason in ran.stderr
        assert not report.exists()
        return
    page, told = ((report / name).read_text() for name in ("report.html", "result.json"))
    assert complaints(page, page=True) == complaints(told) == []
    result = json.loads(told)
    if ran.returncode == 5:
        assert attack.reason in result["rejection"]
        assert result["points"] is None
    else:
        assert result["points"] <= attack.at_most
        assert attack.honest_result != "right" or result["points"] == 100


@pytest.mark.parametrize("name", GIVEN)
def test_given(home: Path, name: str) -> None:
    attack = BY_NAME[name]
    submission = attack.build(home)
    before = files_below(home)
    ran = command(home, submission.name, "--exercise", attack.exercise, "--out", "../report")
    assert files_below(home) == before
    check(attack, ran, home.parent / "report")


@pytest.mark.parametrize("name", WITHIN)
def test_within(home: Path, name: str) -> None:
    attack = BY_NAME[name]
    submission = attack.build(home)
    report = os.fsencode(submission / "grader-report")
    before = files_below(home)
    ran = command(submission, ".", "--exercise", attack.exercise)
    after = files_below(home)
    touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert {path for path in touched if not path.startswith(report)} <= {os.fsencode(submission)}
    check(attack, ran, submission / "grader-report")


@pytest.mark.parametrize(
    "name", ["called_escapes", "called_bytes", "called_markup", "marker_to_elsewhere",
             "marker_with_markup", "marker_nested", "marker_is_a_link", "marker_is_a_pipe"],
)  # fmt: skip
def test_the_exercise_is_asked_for_in_one_line(home: Path, name: str) -> None:
    submission = BY_NAME[name].build(home)
    ran = command(home, submission.name)
    assert ran.returncode in (2, 5)
    assert ran.stdout == ""
    assert ran.stderr.startswith("grader: ")
    assert ran.stderr.count("\n") <= 3
    assert len(ran.stderr) < MAX_MESSAGE
