"""Folders that change while they are read: one answer or the other, never a mixture."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from threading import Event

from .attack import RIGHT, attack, lay, learner, secret

NEVER = "grade what was asked for in full, or refuse it; never read what a link leads to"


def swap_for_link(folder: Path, end: Event) -> None:
    """solution.py is a file and a link to a secret in turn."""
    fresh, target = folder.parent / "fresh", secret(folder.parent)
    while not end.is_set():
        with suppress(OSError):
            fresh.symlink_to(target)
            os.replace(fresh, folder / "solution.py")
            fresh.write_text(RIGHT)
            os.replace(fresh, folder / "solution.py")


def swap_for_pipe(folder: Path, end: Event) -> None:
    """solution.py is a file and a pipe in turn."""
    fresh = folder.parent / "fresh"
    while not end.is_set():
        with suppress(OSError):
            os.mkfifo(fresh)
            os.replace(fresh, folder / "solution.py")
            fresh.write_text(RIGHT)
            os.replace(fresh, folder / "solution.py")


def swap_folders(folder: Path, end: Event) -> None:
    """A folder with a helper, and a link to a folder outside in turn."""
    aside, target = folder.parent / "aside", secret(folder.parent, "helper.py").parent
    while not end.is_set():
        with suppress(OSError):
            os.rename(folder / "pkg", aside)
            (folder / "pkg").symlink_to(target)
            (folder / "pkg").unlink()
            os.rename(aside, folder / "pkg")


def grow_and_shrink(folder: Path, end: Event) -> None:
    """Half of the file, and all of it, in turn."""
    with (folder / "solution.py").open("r+b") as stream:
        while not end.is_set():
            stream.truncate(len(RIGHT) // 2)
            stream.seek(0)
            stream.write(RIGHT.encode())
            stream.flush()
        stream.seek(0)
        stream.write(RIGHT.encode())


def come_and_go(folder: Path, end: Event) -> None:
    """Files and folders beside the file appear and vanish."""
    while not end.is_set():
        with suppress(OSError):
            lay(folder / "more", {f"m{number}.py": "x = 1\n" for number in range(20)})
            shutil.rmtree(folder / "more")


@attack("either", tries="is checked as a file and read as a link", must=NEVER,
        meanwhile=swap_for_link)  # fmt: skip
def file_becomes_link(home: Path) -> Path:
    return learner(home)


@attack("either", tries="is checked as a file and opened as a pipe", must=NEVER,
        meanwhile=swap_for_pipe)  # fmt: skip
def file_becomes_pipe(home: Path) -> Path:
    return learner(home)


@attack("either", tries="is listed as a folder and entered as a link", must=NEVER,
        meanwhile=swap_folders)  # fmt: skip
def folder_becomes_link(home: Path) -> Path:
    return lay(learner(home), {"pkg/helper.py": "x = 1\n"})


@attack("either", tries="is measured when short and read when long", must=NEVER,
        meanwhile=grow_and_shrink)  # fmt: skip
def file_grows(home: Path) -> Path:
    return learner(home)


@attack("right", tries="makes what was listed vanish", meanwhile=come_and_go)
def files_come_and_go(home: Path) -> Path:
    return learner(home)
