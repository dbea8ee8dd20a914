"""Too large, too many, too deep."""

from __future__ import annotations

import os
from pathlib import Path

from .attack import RIGHT, attack, lay, learner

TIB = 1024**4
BIG = "larger than 256 KiB"


def sparse(path: Path, size: int = TIB) -> None:
    """A file that takes no room and has `size` bytes; less where that is more than may be."""
    with path.open("wb") as stream:
        while True:
            try:
                stream.truncate(size)
                return
            except OSError:
                size //= 2


def burrow(folder: Path, names: list[bytes], last: str, text: str) -> None:
    """Folders in folders, also where the path as a whole is too long to be opened."""
    here = os.open(folder, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open(last, os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=here)
    os.write(file, text.encode())
    os.close(file)
    os.close(here)


@attack("refused", tries="is read into memory as a whole", must="look at its size", reason=BIG)
def tebibyte(home: Path) -> Path:
    folder = lay(home / "alice", {})
    sparse(folder / "solution.py")
    return folder


@attack("right", tries="has the grader read, copy or hash a tebibyte")
def tebibytes_beside(home: Path) -> Path:
    folder = lay(learner(home), {"data/notes.txt": ""})
    for name in ("helper.py", "core", "data/more.py", ".grader.toml"):
        sparse(folder / name)
    return folder


@attack("refused", tries="is a little too long", must="say the limit", reason=BIG)
def a_byte_too_much(home: Path) -> Path:
    return learner(home, RIGHT + "#" * (256 * 1024 + 1 - len(RIGHT)))


@attack("right", tries="is as long as may be, in one line")
def one_long_line(home: Path) -> Path:
    return learner(home, RIGHT + "#" * (256 * 1024 - len(RIGHT)))


@attack("right", tries="is as long as may be, in lines of nothing")
def many_lines(home: Path) -> Path:
    return learner(home, RIGHT + "\n" * (256 * 1024 - len(RIGHT)))


@attack("refused", tries="has more files than anybody needs", must="stop counting and say so",
        reason="more than 2,000 files")  # fmt: skip
def thousands_of_files(home: Path) -> Path:
    return lay(learner(home), {f"n{number}": "" for number in range(2_500)})


@attack("right", tries="has tools that bring thousands of files")
def thousands_below_tools(home: Path) -> Path:
    folders = (".git/objects", "node_modules/x", "venv/lib", "data", "__pycache__")
    return lay(
        learner(home), {f"{path}/n{number}": "" for path in folders for number in range(500)}
    )


@attack("right", tries="has one folder with thousands of files")
def thousands_in_a_folder(home: Path) -> Path:
    return lay(learner(home), {f"data/n{number}.py": "" for number in range(2_500)})


@attack("right", tries="brings more helpers than are taken")
def many_helpers(home: Path) -> Path:
    return lay(learner(home), {f"helper{number}.py": "x = 1\n" for number in range(60)})


@attack("right", tries="brings helpers that are too long together")
def heavy_helpers(home: Path) -> Path:
    text = f"# {'filler ' * 30}\n" * 1_200
    return lay(learner(home), {f"helper{number}.py": text for number in range(8)})


@attack("right", tries="makes intake recurse until it breaks")
def deep(home: Path) -> Path:
    folder = learner(home)
    burrow(folder, [b"d"] * 400, "solution.py", "x = 1\n")
    return folder


@attack("right", tries="has a path that cannot be opened as a whole")
def deeper_than_paths_go(home: Path) -> Path:
    folder = learner(home)
    burrow(folder, [b"d" * 200] * 30, "solution.py", "x = 1\n")
    burrow(folder, [b"s" * 100] * 60, "solution.py", "x = 1\n")
    return folder


@attack("refused", tries="hides the file where no path reaches", must="not look for it there",
        reason="no solution.py")  # fmt: skip
def only_at_the_bottom(home: Path) -> Path:
    folder = lay(home / "alice", {})
    burrow(folder, [b"d" * 100] * 50, "solution.py", RIGHT)
    return folder
