"""`grader export`, on a gradebook that is given to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.batch.book import Gradebook
from grader.cli import export

from ..batch.exports.samples import CLASS


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a batch, whose book is `CLASS`."""

    def load(folder: Path) -> Gradebook:
        assert folder == tmp_path / "night"
        return CLASS

    monkeypatch.setattr(export, "load_book", load)
    folder = tmp_path / "night"
    folder.mkdir()
    return folder


def call(*arguments: object) -> Result:
    return CliRunner().invoke(export.command, [str(item) for item in arguments])


def test_files_go_where_they_are_told(run: Path, tmp_path: Path) -> None:
    ran = call(run, "--to", "csv")
    assert ran.exit_code == 0, ran.output
    assert ran.stdout.split() == [
        str(run / "exports" / name) for name in ("grades.csv", "criteria.csv")
    ]
    assert call(run, "--to", "json", "--out", tmp_path / "new").exit_code == 0
    told = json.loads((tmp_path / "new/gradebook.json").read_text())
    assert len(told["entries"]) == 4


def test_folders_of_a_format_are_made(run: Path) -> None:
    assert call(run, "--to", "gradescope").exit_code == 0
    assert (run / "exports/py-lru-cache/ada/results.json").is_file()
    assert call(run, "--to", "gradescope", "--student", "ada").exit_code == 0
    assert (run / "exports/results.json").is_file()


def test_gradescope_has_results_even_when_all_breaks(
    run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(folder: Path) -> Gradebook:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(export, "load_book", broken)
    ran = call(run, "--to", "gradescope", "--student", "ada")
    assert isinstance(ran.exception, ZeroDivisionError)
    told = json.loads((run / "exports/results.json").read_text())
    assert "ZeroDivisionError" in told["output"]
    assert "secret" not in told["output"]
    assert "no fault of the submission" in told["output"]


def test_notes_are_told_and_kept(run: Path) -> None:
    ran = call(run, "--to", "canvas", "--exercise", "py-lru-cache")
    assert ran.exit_code == 0
    assert "note: Bob Stone (bob), A cache: no number" in ran.stderr
    assert "Bob Stone" in (run / "exports/canvas-notes.txt").read_text()
    assert call(run, "--to", "canvas", "--student", "ada").exit_code == 0
    assert not (run / "exports/canvas-notes.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "moodle"), "give it with --worksheet"),
        (("--to", "csv", "--worksheet", __file__), "--worksheet is for --to moodle"),
        (("--to", "csv", "--gradebook", __file__), "--gradebook is for --to canvas"),
        (("--to", "csv", "--student", "zoltan"), "no student 'zoltan'"),
    ],
)
def test_a_mistake_is_one_line_and_writes_nothing(
    run: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = call(run, *arguments)
    assert said in str(ran.exception)
    assert not (run / "exports").exists()


def test_a_link_that_was_planted_is_not_followed(run: Path, tmp_path: Path) -> None:
    (run / "exports").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (run / "exports/py-lru-cache").symlink_to(tmp_path / "elsewhere")
    ran = call(run, "--to", "gradescope")
    assert "is a link" in str(ran.exception)
    assert not list((tmp_path / "elsewhere").iterdir())
