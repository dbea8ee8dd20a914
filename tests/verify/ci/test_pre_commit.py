"""The hook, called as pre-commit calls it: entry, args, no file names, in the top folder."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.verify.checkout import Checkout, Ran

from .jobs import read


def hook() -> dict[str, object]:
    (found,) = read(".pre-commit-hooks.yaml")
    assert isinstance(found, dict)
    return found


def call(checkout: Checkout) -> Ran:
    told = hook()
    entry, args = told["entry"], told["args"]
    assert isinstance(entry, str)
    assert isinstance(args, list)
    hooked = {"GIT_INDEX_FILE": ".git/index", "GIT_DIR": ".git"}
    return checkout.run(*shlex.split(entry), *args, **hooked)


def test_form() -> None:
    told = hook()
    assert told["language"] == "python"
    assert (told["pass_filenames"], told["require_serial"]) == (False, True)


@pytest.mark.parametrize(
    ("file", "runs"),
    [("exercises/tiny/README.md", True), ("rubrics/tiny.toml", True), ("README.md", False),
     ("docs/exercises/x", False)],
)  # fmt: skip
def test_runs_for_files_of_exercises(file: str, runs: bool) -> None:
    assert bool(re.search(str(hook()["files"]), file)) is runs


def test_lets_a_sound_change_pass_and_stops_a_broken_one(checkout: Checkout) -> None:
    ran = call(checkout)
    assert (ran.code, ran.err) == (0, "")
    assert "nothing to prove" in ran.out
    checkout.change("rubrics/tiny.toml", "points = 40", "points = many")
    ran = call(checkout)
    assert ran.code == 3
    assert "rubrics/tiny.toml" in ran.out
