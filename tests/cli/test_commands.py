"""The other commands, as a newcomer meets them."""

from __future__ import annotations

import json

import pytest

from .conftest import ROOT, Grader


def test_list_names_every_exercise(grader: Grader) -> None:
    ran = grader("list", "--json")
    assert ran.code == 0
    listed = [item["id"] for item in json.loads(ran.out)]
    assert listed == sorted(folder.name for folder in (ROOT / "exercises").iterdir())
    assert grader("list", "--language", "cpp").out.count("min") == sum(
        name.startswith("cpp-") for name in listed
    )


def test_show_tells_task_and_points(grader: Grader) -> None:
    ran = grader("show", "py-lru-cache")
    assert ran.code == 0
    assert "lru_cache.py" in ran.out
    assert "(100 points)" in ran.out
    assert "grader start py-lru-cache" in ran.out


def test_start_gives_starter_task_and_marker_and_never_overwrites(grader: Grader) -> None:
    ran = grader("start", "cpp-singleton", "mine")
    assert ran.code == 0
    names = {path.name for path in (ran.folder / "mine").iterdir()}
    assert names >= {"singleton.hpp", "README.md", ".grader.toml"}
    assert not names & {"hidden", "solutions", "mutants", "exercise.toml", "flaws.toml"}
    again = grader("start", "cpp-singleton", "mine")
    assert again.code == 2
    assert "not empty" in again.err


def test_doctor_says_which_walls_work(grader: Grader) -> None:
    ran = grader("doctor")
    assert ran.code == 0
    assert "in use: " in ran.out


def test_doctor_without_tools_names_the_command(grader: Grader) -> None:
    ran = grader("doctor", PATH="/nonexistent")
    assert "apt-get install -y bubblewrap" in ran.out
    assert "apt-get install -y g++" in ran.out


def test_help_is_instant_and_has_examples(grader: Grader) -> None:
    for name in ("list", "show", "start", "grade", "new", "verify", "doctor", "completion"):
        ran = grader(name, "--help")
        assert ran.code == 0
        assert "Example" in ran.out


def test_version(grader: Grader) -> None:
    assert grader("--version").out.startswith("grader, version ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(grader: Grader, shell: str) -> None:
    assert "_GRADER_COMPLETE" in grader("completion", shell).out


def test_completion_knows_exercises(grader: Grader) -> None:
    ran = grader(_GRADER_COMPLETE="bash_complete", COMP_WORDS="grader show py-", COMP_CWORD="2")
    assert "py-lru-cache" in ran.out


def test_a_broken_rubric_names_file_and_key(grader: Grader) -> None:
    ran = grader("--version")
    rubrics = ran.folder / "rubrics"
    rubrics.mkdir()
    (rubrics / "py-singleton.toml").write_text('exercise = "py-singleton"\npints = 3\n')
    shown = grader("--rubrics", "rubrics", "show", "py-singleton")
    assert shown.code == 3
    assert "py-singleton.toml" in shown.err
    assert "pints" in shown.err


def test_colour_only_on_a_terminal(grader: Grader) -> None:
    assert "\x1b[" not in grader("list").out
