"""Things that are no files: pipes, sockets, devices, folders."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from .attack import attack, lay, learner

WAITS = "makes the grader wait for ever"
REFUSE = "refuse it without opening it for long"


def listen(path: Path) -> None:
    """Leave a socket at `path`."""
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have 107 bytes only
    try:
        server.bind(path.name)
    finally:
        os.chdir(here)
        server.close()


def device(path: Path, mode: int, number: int) -> None:
    """Leave a device at `path`."""
    try:
        os.mknod(path, mode, number)
    except PermissionError:
        pytest.skip("no devices may be made here")


@attack("refused", tries=WAITS, must=REFUSE, reason="is a named pipe")
def solution_is_a_pipe(home: Path) -> Path:
    folder = lay(home / "alice", {})
    os.mkfifo(folder / "solution.py")
    return folder


@attack("refused", tries=WAITS, must=REFUSE, reason="is a socket")
def solution_is_a_socket(home: Path) -> Path:
    folder = lay(home / "alice", {})
    listen(folder / "solution.py")
    return folder


@attack("refused", tries="is read without end", must=REFUSE, reason="is a device", needs="root")
def solution_is_a_device(home: Path) -> Path:
    folder = lay(home / "alice", {})
    device(folder / "solution.py", 0o20666, os.makedev(1, 5))
    return folder


@attack("refused", tries="is a folder", must=REFUSE, reason="is a folder, not a file")
def solution_is_a_folder(home: Path) -> Path:
    return lay(home / "alice", {"solution.py/solution.py": "x = 1\n"})


@attack("right", tries=WAITS)
def pipes_and_sockets_beside(home: Path) -> Path:
    folder = lay(learner(home), {"pkg/__init__.py": ""})
    for name in ("helper.py", "pipe", "pkg/inner.py", "conftest.py", "requirements.txt"):
        os.mkfifo(folder / name)
    listen(folder / "agent.py")
    return folder


@attack("right", tries=WAITS)
def marker_is_a_pipe(home: Path) -> Path:
    folder = learner(home)
    os.mkfifo(folder / ".grader.toml")
    return folder


@attack("right", tries="opens devices, some of which do something when opened", needs="root")
def devices_beside(home: Path) -> Path:
    folder = learner(home)
    device(folder / "zero.py", 0o20666, os.makedev(1, 5))
    device(folder / "terminal.py", 0o20666, os.makedev(5, 0))
    device(folder / "loop.py", 0o60666, os.makedev(7, 200))
    return folder


@attack("usage", tries=WAITS, must=REFUSE, reason="is not a folder")
def submission_is_a_pipe(home: Path) -> Path:
    os.mkfifo(home / "alice")
    return home / "alice"


@attack("refused", tries=WAITS, must=REFUSE, reason="is a named pipe")
def archive_is_a_pipe(home: Path) -> Path:
    os.mkfifo(home / "alice.zip")
    return home / "alice.zip"


@attack("usage", tries="is read without end", must=REFUSE, reason="is not a folder")
def submission_is_a_device(home: Path) -> Path:
    return Path("/dev/zero")


@attack("usage", tries="hands in a file", must="say what to hand in", reason="is not a folder")
def submission_is_a_file(home: Path) -> Path:
    return learner(home) / "solution.py"


@attack("refused", tries="hands in nothing", must="say what is missing", reason="is empty")
def empty(home: Path) -> Path:
    return lay(home / "alice", {})


@attack("refused", tries="hands in other things", must="say what is missing",
        reason="no solution.py")  # fmt: skip
def without_the_file(home: Path) -> Path:
    return lay(home / "alice", {"notes.txt": "later", "main.py": "x = 1\n", "a/b/c.py": ""})


@attack("usage", tries="hands in what is not there", must="say so", reason="does not exist")
def missing(home: Path) -> Path:
    return home / "alice"


@attack("refused", tries="has a folder that is an archive by its name", must="look at what it is",
        reason="is empty")  # fmt: skip
def folder_called_zip(home: Path) -> Path:
    return lay(home / "alice.zip", {})
