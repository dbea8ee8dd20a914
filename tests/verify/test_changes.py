"""What a change touches, asked of real repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import ToolMissing, UsageError
from grader.load import find_exercises
from grader.verify import changes
from grader.verify.changes import touched
from tests.verify import tiny

Edit = Callable[[Path], object]


def git(top: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(top), *arguments], check=True, capture_output=True, text=True,
        env={
            "PATH": os.environ["PATH"], "HOME": str(top), "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")},
        },
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture(name="top")
def _top(tmp_path: Path) -> Path:
    """A repository with two exercises in one commit."""
    top = tiny.write(tmp_path / "repository")
    other = top / "exercises/other"
    other.mkdir()
    (other / "exercise.toml").write_text("")
    (top / "rubrics/other.toml").write_text("")
    (top / "grader").mkdir()
    (top / "docs").mkdir()
    for name in ("grader/scoring.py", "pyproject.toml", "constraints.txt", "docs/constraints.txt"):
        (top / name).write_text("")
    (top / ".gitignore").write_text("*.log\n")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    return top


def names(top: Path, revision: str = "HEAD") -> list[str]:
    folders = find_exercises(top / "exercises")
    return [folder.name for folder in touched(revision, folders, top / "rubrics")]


def write(name: str, text: str = "changed\n") -> Edit:
    return lambda top: (top / name).write_text(text)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [(lambda top: None, []),
     (write("exercises/tiny/hidden/test_double.py"), ["tiny"]),
     (write("exercises/tiny/hidden/new.py"), ["tiny"]),
     (write("exercises/tiny/hidden/new ü\n.py"), ["tiny"]),
     (lambda top: (top / "exercises/tiny/mutants/numbers-only/double.py").unlink(), ["tiny"]),
     (lambda top: (top / "exercises/tiny/flaws.toml").rename(top / "exercises/other/flaws.toml"),
      ["other", "tiny"]),
     (write("rubrics/other.toml"), ["other"]),
     (lambda top: (top / "rubrics/other.toml").unlink(), ["other"]),
     (write("exercises/tiny/trace.log"), []),
     (write("README.md"), []),
     (write("docs/constraints.txt"), []),
     (write("grader/scoring.py"), ["other", "tiny"]),
     (write("grader/new.py"), ["other", "tiny"]),
     (write("pyproject.toml"), ["other", "tiny"]),
     (write("constraints.txt"), ["other", "tiny"]),
     (lambda top: (top / "exercises/tiny/flaws.toml").chmod(0o755), ["tiny"])],
)  # fmt: skip
@pytest.mark.parametrize("kept", ["unsaved", "staged", "committed"])
def test_a_change_touches_its_exercise(
    top: Path, edit: Edit, expected: list[str], kept: str
) -> None:
    edit(top)
    if kept != "unsaved":
        git(top, "add", "-A")
    if kept == "committed":
        git(top, "commit", "-qm", "second", "--allow-empty")
        assert names(top) == []
    assert names(top, "HEAD~1" if kept == "committed" else "HEAD") == expected


def test_branches_tags_and_hashes_are_revisions(top: Path) -> None:
    first = git(top, "rev-parse", "HEAD")
    git(top, "tag", "v1")
    git(top, "branch", "kept")
    write("rubrics/tiny.toml")(top)
    git(top, "commit", "-qam", "second")
    for revision in (first, first[:10], "v1", "kept", "HEAD^", "refs/heads/kept"):
        assert names(top, revision) == ["tiny"]


def test_before_the_first_commit_all_is_new(top: Path) -> None:
    git(top, "update-ref", "-d", "HEAD")
    assert names(top) == ["other", "tiny"]


@pytest.mark.parametrize(
    "revision", ["nothing", "", "--output=x", "-p", "HEAD:rubrics", "a..b", "\x1b[2J", "ü" * 300]
)
def test_a_bad_revision_is_one_clear_line(top: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="git knows no revision") as caught:
        names(top, revision)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 250
    assert not (top / "x").exists()


def test_no_repository_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    tiny.write(tmp_path)
    with pytest.raises(UsageError, match="in no git repository") as caught:
        names(tmp_path)
    assert "\n" not in str(caught.value)


def test_without_git_the_command_that_installs_it(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(ToolMissing, match="apt-get install git"):
        names(top)


def test_exercises_elsewhere_are_refused(top: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="must be in one git repository"):
        touched("HEAD", [tmp_path / "elsewhere"], top / "rubrics")


def test_a_hook_of_another_repository_does_not_mislead(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("rubrics/tiny.toml")(top)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert names(top) == ["tiny"]


def test_the_package_that_grades_touches_everything(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (top / "src/grader").mkdir(parents=True)
    write("src/grader/steps.py")(top)
    assert names(top) == []
    monkeypatch.setattr(changes, "PACKAGE", top / "src/grader")
    assert names(top) == ["other", "tiny"]
