"""What may not be read, and what has rights that it should not have."""

from __future__ import annotations

from pathlib import Path

from .attack import attack, lay, learner

SAY = "say that it may not be read"


@attack("refused", tries="makes the grader fall over", must=SAY, needs="user",
        reason="permission denied")  # fmt: skip
def unreadable_file(home: Path) -> Path:
    folder = learner(home)
    (folder / "solution.py").chmod(0)
    return folder


@attack("refused", tries="makes the grader fall over", must=SAY, needs="user",
        reason="Permission denied")  # fmt: skip
def unreadable_folder(home: Path) -> Path:
    folder = learner(home)
    folder.chmod(0)
    return folder


@attack("refused", tries="can be entered, not listed", must=SAY, needs="user",
        reason="Permission denied")  # fmt: skip
def unlisted_folder(home: Path) -> Path:
    folder = learner(home)
    folder.chmod(0o111)
    return folder


@attack("refused", tries="can be listed, not entered", must=SAY, needs="user",
        reason="permission denied")  # fmt: skip
def unentered_folder(home: Path) -> Path:
    folder = learner(home)
    folder.chmod(0o444)
    return folder


@attack("refused", tries="makes the grader fall over", must=SAY, needs="user",
        reason="Permission denied")  # fmt: skip
def unreadable_archive(home: Path) -> Path:
    (home / "alice.zip").write_bytes(b"PK\5\6" + bytes(18))
    (home / "alice.zip").chmod(0)
    return home / "alice.zip"


@attack("refused", tries="lies where nobody may look", must=SAY, needs="user",
        reason="Permission denied")  # fmt: skip
def in_a_closed_folder(home: Path) -> Path:
    folder = learner(lay(home / "closed", {}))
    (home / "closed").chmod(0)
    return folder


@attack("right", tries="makes the grader fall over, or chmod")
def unreadable_beside(home: Path) -> Path:
    folder = lay(learner(home), {"helper.py": "", "pkg/a.py": "", "listed/b.py": "", "x.txt": ""})
    for name, mode in {"helper.py": 0, "pkg": 0, "listed": 0o444, "x.txt": 0}.items():
        (folder / name).chmod(mode)
    return folder


@attack("right", tries="is run with rights of its owner")
def all_rights(home: Path) -> Path:
    folder = lay(learner(home), {"run.sh": "#!/bin/sh\ntouch /tmp/pwned_run\n"})
    (folder / "solution.py").chmod(0o6777)
    (folder / "run.sh").chmod(0o6777)
    folder.chmod(0o7777)
    return folder


@attack("right", tries="is written to by the grader")
def read_only(home: Path) -> Path:
    folder = learner(home)
    (folder / "solution.py").chmod(0o444)
    folder.chmod(0o555)
    return folder
