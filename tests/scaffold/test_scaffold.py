"""A new exercise verifies as it is, and whatever was there before stays as it was."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

import pytest

from grader.errors import UsageError
from grader.load import load_exercise, load_rubric
from grader.model import Language
from grader.scaffold import Scaffold, scaffold

from .conftest import ProveIt

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Home:
    """Two empty folders for exercises and rubrics."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.exercises = root / "exercises"
        self.rubrics = root / "rubrics"
        self.exercises.mkdir()
        self.rubrics.mkdir()

    def make(self, name: str, language: Language = "python", title: str | None = None) -> Scaffold:
        return scaffold(name, language, self.exercises, self.rubrics, title)

    @property
    def files(self) -> set[str]:
        return {str(path.relative_to(self.root)) for path in self.root.rglob("*")}


EMPTY = {"exercises", "rubrics"}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_exercise_verifies(home: Home, prove_it: ProveIt, language: Language) -> None:
    made = home.make("an-exercise", language)
    proof = prove_it(made.folder, made.rubric)
    assert not [point for point in proof.points if not point.holds]
    assert len(proof.exercise.solutions) >= 2
    assert len(proof.exercise.mutants) >= 2
    assert {item.kind for item in proof.rubric.criteria} == {"behaviour", "static"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_filled(home: Home, language: Language) -> None:
    made = home.make("an-exercise", language, "Own title")
    texts = [path.read_text() for path in (*made.folder.rglob("*.*"), made.rubric)]
    assert len(texts) > 15
    assert not [text for text in texts if "{{" in text]
    assert load_exercise(made.folder).title == "Own title"
    assert (made.folder / "README.md").read_text().startswith("# Own title\n")


@pytest.mark.parametrize("title", ['Say "when"', "back\\slash \\u0041", "naïve 🙂 ‘’", " a \n b\t"])
def test_any_title_arrives_as_it_was_written(home: Home, title: str) -> None:
    assert load_exercise(home.make("titled", title=title).folder).title == " ".join(title.split())


@pytest.mark.parametrize("title", ["", " \n ", "bell \x07", "\u202egnp.exe", "\udcff"])
def test_titles_that_nobody_can_read_are_refused(home: Home, title: str) -> None:
    with pytest.raises(UsageError, match="the title"):
        home.make("titled", title=title)
    assert home.files == EMPTY


@pytest.mark.parametrize(
    "wrong", ["", "Big", "two words", "under_score", "a--b", "-a", "../up", "/etc/x", "a" * 65, "é"]
)
def test_ids_follow_the_loaders_rule(home: Home, wrong: str) -> None:
    with pytest.raises(UsageError, match="lower-case words joined by hyphens") as raised:
        home.make(wrong)
    assert str(raised.value).isprintable()
    assert home.files == EMPTY


def test_the_longest_id_loads(home: Home) -> None:
    made = home.make("a" * 64)
    assert load_exercise(made.folder).id == load_rubric(made.rubric, "a" * 64).exercise


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_an_existing_folder_stays_as_it_is(home: Home, kind: str) -> None:
    there = home.exercises / "mine"
    if kind == "folder":
        there.mkdir()
    elif kind == "file":
        there.touch()
    else:
        there.symlink_to("nowhere")
    with pytest.raises(UsageError, match=r"exercises/mine exists already; choose another id"):
        home.make("mine")
    assert home.files == {*EMPTY, "exercises/mine"}


def test_an_existing_rubric_stays_and_no_exercise_is_left(home: Home) -> None:
    rubric = home.rubrics / "mine.toml"
    rubric.write_text("mine")
    with pytest.raises(UsageError, match=r"rubrics/mine\.toml exists already"):
        home.make("mine")
    assert rubric.read_text() == "mine"
    assert home.files == {*EMPTY, "rubrics/mine.toml"}


def test_a_folder_that_cannot_be_written_is_one_line(home: Home) -> None:
    # /proc can be written by nobody, root included.
    with pytest.raises(UsageError, match=r"^/proc/mine: .+; nothing was made\..+--exercises"):
        scaffold("mine", "python", Path("/proc"), home.rubrics)
    with pytest.raises(UsageError, match=r"^/proc/mine\.toml: .+; nothing was made"):
        scaffold("mine", "python", home.exercises, Path("/proc"))
    assert home.files == EMPTY


@pytest.mark.parametrize("end", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("after", [1, 12, 18])
def test_half_an_exercise_is_not_left_behind(
    home: Home, monkeypatch: pytest.MonkeyPatch, after: int, end: BaseException
) -> None:
    write, written = Path.open, []

    def fail(path: Path, mode: str = "r", **named: str) -> object:
        if mode == "x":
            written.append(path)
            if len(written) > after:
                raise end
        return write(path, mode, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises((UsageError, KeyboardInterrupt)) as raised:
        home.make("mine")
    assert len(written) == after + 1
    assert isinstance(raised.value, KeyboardInterrupt) or "No space left" in str(raised.value)
    assert home.files == EMPTY


def test_exercise_toml_is_written_last(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is there, no other command takes the folder for an exercise."""
    written = []
    write = Path.open

    def note(path: Path, mode: str = "r", **named: str) -> object:
        if mode == "x":
            written.append(path.name)
        return write(path, mode, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", note)
    home.make("mine")
    assert written.index("exercise.toml") == len(written) - 1


def test_what_is_made_can_be_edited(home: Home) -> None:
    """The mode of an installed template does not matter."""
    made = home.make("mine")
    assert all(os.access(path, os.W_OK) for path in (made.rubric, *made.folder.rglob("*")))
