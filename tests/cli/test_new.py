"""`grader new` as an author meets it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.cli import new
from grader.cli.root import root
from grader.errors import UsageError

from .conftest import Grader

OWN = ("--exercises", "my exercises", "--rubrics", "rubrics")


@pytest.fixture
def author(grader: Grader, tmp_path: Path) -> Grader:
    """The command, in a place with folders for exercises and rubrics."""
    (tmp_path / "my exercises").mkdir()
    (tmp_path / "rubrics").mkdir()
    return grader


def test_it_tells_what_to_do_next_in_order(author: Grader) -> None:
    ran = author(*OWN, "new", "py-queue", "--language", "python", "--title", "A queue")
    assert ran.code == 0
    steps = re.findall(r"^ +(\d+)\. (\S+|rubrics/\S+) ", ran.out, re.M)
    assert [number for number, _ in steps] == [str(count + 1) for count in range(len(steps))]
    for _, name in steps:
        place = ran.folder / ("" if name.startswith("rubrics/") else "my exercises/py-queue")
        assert (place / name).exists(), name
    guide = re.search(r"\S+authoring\.md", ran.out)
    assert guide
    assert (ran.folder / guide[0]).is_file()
    (verify,) = (line for line in ran.out.splitlines() if " verify " in line)
    told = shlex.split(verify)
    assert told == ["grader", *OWN, "verify", "py-queue"]
    assert "py-queue" in author(*OWN, "list").out


def test_cpp_says_what_verifying_needs(author: Grader) -> None:
    ran = author(*OWN, "new", "cpp-ring", "--language", "cpp", PATH="/nonexistent")
    assert ran.code == 0
    assert "C++ compiler" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((*OWN, "new", "Queue", "--language", "python"), "'Queue' cannot be the id of an exercise"),
        ((*OWN, "new", "queue"), "--language"),
        ((*OWN, "new", "queue", "--language", "java"), "'python', 'cpp'"),
        ((*OWN, "new", "queue", "--language", "python", "--title", " "), "the title is blank"),
        ((*OWN[:2], "new", "queue", "--language", "cpp"), "--rubrics FOLDER is missing before new"),
        ((*OWN[2:], "new", "queue", "--language", "cpp"), "--exercises FOLDER is missing"),
        (("--exercises", "nowhere", "new", "queue", "--language", "cpp"), "'nowhere' does not"),
    ],
)
def test_wrong_usage_makes_nothing(author: Grader, arguments: tuple[str, ...], told: str) -> None:
    ran = author(*arguments)
    assert ran.code == 2
    assert told in ran.err
    assert not list((ran.folder / "my exercises").iterdir())
    assert not list((ran.folder / "rubrics").iterdir())


def test_it_never_overwrites(author: Grader) -> None:
    line = (*OWN, "new", "py-queue", "--language", "python")
    assert author(*line).code == 0
    (author("--version").folder / "my exercises/py-queue/README.md").write_text("Mine.")
    again = author(*line)
    assert again.code == 2
    assert again.err.count("\n") == 1
    assert "exists already" in again.err
    assert (again.folder / "my exercises/py-queue/README.md").read_text() == "Mine."


def test_an_installed_grader_is_no_place_for_exercises(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(new, "bundled", lambda name: tmp_path / "share" / "grader" / name)
    ran = CliRunner().invoke(root, ["new", "queue", "--language", "cpp"])
    assert isinstance(ran.exception, UsageError)
    assert "name folders of your own" in str(ran.exception)
    assert not list(tmp_path.iterdir())
