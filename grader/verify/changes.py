"""Which exercises a change touches, as git tells it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from grader.errors import ToolMissing, UsageError
from grader.load.names import display

PACKAGE = Path(__file__).resolve().parents[1]
TOUCH_ALL = ("constraints*.txt", "requirements*.txt", "pyproject.toml", "grader")
"""At the top of the repository, files or folders: what is graded with."""

OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks in the environment, and what misleads a git called by one."""


def touched(revision: str, folders: Iterable[Path], rubrics: Path) -> tuple[Path, ...]:
    """Those of the exercise `folders` that differ from `revision`, saved or not, tracked or not.

    All of them when the grader itself differs. Raises UsageError when git does not know the
    revision or there is no repository, ToolMissing without git.
    """
    exercises = tuple(folders)
    top = _top(rubrics)
    for folder in exercises:
        if not folder.resolve().is_relative_to(top):
            raise UsageError(
                f"--changed-since: {display(str(folder))} lies outside of {display(str(top))}, "
                "where its rubric is; both must be in one git repository"
            )
    changes = _changes(top, revision)
    if any(_touches_all(path, top) for path in changes):
        return exercises
    return tuple(
        folder
        for folder in exercises
        if any(
            path.is_relative_to(folder.resolve())
            or path == (rubrics / f"{folder.name}.toml").resolve()
            for path in changes
        )
    )


def _touches_all(path: Path, top: Path) -> bool:
    if path.is_relative_to(PACKAGE):
        return True
    first = path.relative_to(top).parts[0]
    return any(fnmatch(first, pattern) for pattern in TOUCH_ALL)


def _top(folder: Path) -> Path:
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        words = display(done.stderr.decode("utf-8", "replace").partition("\n")[0])
        raise UsageError(
            f"--changed-since: {display(str(folder))} is in no git repository that can be used "
            f"({words}); name exercises and rubrics of a checkout with --exercises and --rubrics"
        )
    return Path(os.fsdecode(done.stdout[:-1])).resolve()


def _changes(top: Path, revision: str) -> tuple[Path, ...]:
    """Absolute paths, both names of what was renamed."""
    names = _listed(top, "ls-files", "-z", "--others", "--exclude-standard")
    commit = _commit(top, revision)
    if commit:
        # The hash, not what was typed: it cannot be read as an option or a path.
        names += _listed(
            top, "diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff",
            commit, "--",
        )  # fmt: skip
    elif revision == "HEAD":
        names += _listed(top, "ls-files", "-z")  # before the first commit, all is new
    else:
        raise UsageError(
            f"--changed-since: git knows no revision {display(revision, 80)} here; fetch it "
            "first (a CI checkout may hold the newest commit only)"
        )
    return tuple(top / name for name in names)


def _commit(top: Path, revision: str) -> str:
    """The hash of a revision; empty when git does not know it."""
    wanted = f"{revision}^{{commit}}"
    done = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    return done.stdout.decode("ascii").strip() if done.returncode == 0 else ""


def _listed(top: Path, *arguments: str) -> list[str]:
    done = _git(top, *arguments)
    if done.returncode:
        words = display(done.stderr.decode("utf-8", "replace").partition("\n")[0])
        raise UsageError(f"--changed-since: git {arguments[0]} failed: {words}")
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What git says. The repository is that of `folder`, also inside a hook of another one."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name not in OF_A_HOOK},
        )
    except FileNotFoundError:
        raise ToolMissing(
            "--changed-since needs git; install it with: apt-get install git"
        ) from None
