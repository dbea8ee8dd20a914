"""Links that lead out of a submission, in circles, or nowhere."""

from __future__ import annotations

import os
from pathlib import Path

from .attack import FolderAttack, attack, lay, learner, secret

HIDDEN = Path(__file__).resolve().parents[2] / "exercises/attack-lru/hidden"
LINK = "is a symbolic link"


def solution_link(name: str, target: str, tries: str) -> FolderAttack:
    """solution.py itself is a link to `target`."""

    def build(home: Path) -> Path:
        folder = lay(home / "alice", {})
        (folder / "solution.py").symlink_to(target)
        return folder

    build.__name__ = name
    return attack("refused", tries=tries, must="refuse it without opening the target",
                  reason=LINK)(build)  # fmt: skip


system_file = solution_link("system_file", "/etc/passwd", "shows a file of the machine in a report")
hidden_tests = solution_link(
    "hidden_tests", str(next(iter(sorted(HIDDEN.glob("*.py"))), HIDDEN)),
    "shows the hidden tests in a report",
)  # fmt: skip
own_environment = solution_link(
    "own_environment", "/proc/self/environ", "shows the environment of the grader"
)
own_memory = solution_link("own_memory", "/proc/self/mem", "reads the grader's memory")
standard_input = solution_link("standard_input", "/proc/self/fd/0", "waits for the terminal")
endless_device = solution_link("endless_device", "/dev/zero", "is read without end")
loop = solution_link("loop", "solution.py", "is followed for ever")
dangling = solution_link("dangling", "missing.py", "opens what is not there")
own_root = solution_link("own_root", "/proc/self/root/etc/shadow", "goes round about to a secret")


@attack("refused", tries="hands in somebody else's folder by a link to it", reason=LINK)
def submission_is_a_link(home: Path) -> Path:
    learner(home, name="bob")
    (home / "alice").symlink_to("bob")
    return home / "alice"


@attack("refused", tries="hands in somebody else's archive by a link to it", reason=LINK)
def archive_is_a_link(home: Path) -> Path:
    (home / "bob.zip").write_bytes(b"PK\5\6" + bytes(18))
    (home / "alice.zip").symlink_to("bob.zip")
    return home / "alice.zip"


@attack("refused", tries="has its files in a folder behind a link", reason="no solution.py")
def work_behind_a_link(home: Path) -> Path:
    folder = lay(home / "alice", {})
    (folder / "work").symlink_to(secret(home, "solution.py").parent)
    return folder


@attack("right", tries="makes intake walk the machine, the parents, and in circles")
def folders_out_and_around(home: Path) -> Path:
    folder = learner(home)
    for name, target in {"everything": "/", "up": "..", "here": ".", "proc": "/proc"}.items():
        (folder / name).symlink_to(target)
    lay(folder / "pkg", {"__init__.py": ""})
    (folder / "pkg" / "again").symlink_to("../pkg")
    return folder


@attack("right", tries="takes the hidden tests along as a helper that a report shows")
def helpers_are_links(home: Path) -> Path:
    folder = learner(home)
    for number, path in enumerate(sorted(HIDDEN.glob("*.py"))):
        (folder / f"oracle{number}.py").symlink_to(path)
    (folder / "outside.py").symlink_to(secret(home))
    (folder / "package").symlink_to(secret(home).parent)
    (folder / "nowhere.py").symlink_to("missing")
    (folder / "round.py").symlink_to("round.py")
    return folder


@attack("refused", tries="shows somebody else's file under a second name",
        must="refuse a file that has another name", reason="is a hard link")  # fmt: skip
def hard_link_to_outside(home: Path) -> Path:
    folder = lay(home / "alice", {})
    os.link(secret(home), folder / "solution.py")
    return folder


@attack("right", tries="takes somebody else's file along as a helper")
def hard_linked_helper(home: Path) -> Path:
    folder = learner(home)
    os.link(secret(home), folder / "helper.py")
    return folder


@attack("right", tries="has the marker read from somewhere else")
def marker_is_a_link(home: Path) -> Path:
    folder = learner(home)
    (folder / ".grader.toml").symlink_to(secret(home))
    return folder
