from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from grader.load import take_in
from grader.load.selection import MAX_HELPERS
from grader.load.trees import MAX_FILE_BYTES, MAX_TOTAL_BYTES
from grader.model import Exercise
from tests.load.submitting import refusal, taken


def test_a_deep_tree_is_not_followed(handed_in: Path, exercise: Exercise) -> None:
    deep = handed_in.joinpath(*"abcdefghij")
    deep.mkdir(parents=True)
    (deep / "helper.py").touch()
    (handed_in / "a" / "b" / "c" / "near.py").touch()
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["a/b/c/near.py", "lru_cache.py"]
    assert [(item.path, item.reason) for item in found.ignored] == [
        ("a/b/c/d/", "deeper than 4 levels")
    ]


def test_a_folder_deeper_than_a_path_may_be_long(handed_in: Path, exercise: Exercise) -> None:
    here = os.open(handed_in, os.O_RDONLY)
    for _ in range(60):
        os.mkdir("n" * 100, dir_fd=here)
        below = os.open("n" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert taken(handed_in, exercise) == ["lru_cache.py"]
    shutil.rmtree(handed_in)  # pytest's own cleaning trips over such a path


def test_too_many_files_at_the_top(handed_in: Path, exercise: Exercise) -> None:
    for number in range(5_000):
        (handed_in / f"file{number}.py").touch()
    message = refusal(handed_in, exercise)
    assert message.endswith("holds more than 2,000 files: hand in only those asked for")


def test_too_many_files_below_leave_that_folder_out(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "data").mkdir()
    for number in range(5_000):
        (handed_in / "data" / f"{number}.py").touch()
    (handed_in / "helper.py").touch()
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["helper.py", "lru_cache.py"]
    assert [(item.path, item.reason) for item in found.ignored] == [
        ("data/", "with it there are more than 2,000 files to look at")
    ]


def test_folders_count_together_and_in_the_order_of_their_names(
    handed_in: Path, exercise: Exercise
) -> None:
    for name in "dbeac":
        (handed_in / name).mkdir()
        for number in range(450):
            (handed_in / name / f"{number}.txt").touch()
        (handed_in / name / "helper.py").touch()
    assert taken(handed_in, exercise) == [
        "a/helper.py",
        "b/helper.py",
        "c/helper.py",
        "d/helper.py",
        "lru_cache.py",
    ]


def test_helpers_are_limited_in_number(handed_in: Path, exercise: Exercise) -> None:
    for number in range(MAX_HELPERS + 3):
        (handed_in / f"helper{number:03}.py").touch()
    found = take_in(handed_in, exercise)
    assert len(found.files) == MAX_HELPERS + 1
    assert [item.path for item in found.ignored] == [
        "helper020.py", "helper021.py", "helper022.py",
    ]  # fmt: skip
    assert found.ignored[0].reason == "only 20 extra files are taken"


def test_files_are_limited_in_size_together(handed_in: Path, exercise: Exercise) -> None:
    for number in range(6):
        (handed_in / f"helper{number}.py").write_bytes(b"#" * MAX_FILE_BYTES)
    found = take_in(handed_in, exercise)
    assert sum(len(file.content) for file in found.files) <= MAX_TOTAL_BYTES
    assert [file.path for file in found.files] == [
        "helper0.py", "helper1.py", "helper2.py", "lru_cache.py",
    ]  # fmt: skip
    assert found.ignored[0].reason == "all files together would be larger than 1 MiB"


def test_declared_files_are_limited_in_size_together(handed_in: Path, exercise: Exercise) -> None:
    names = tuple(f"part{number}.py" for number in range(5))
    for name in names:
        (handed_in / name).write_bytes(b"#" * MAX_FILE_BYTES)
    assert "are larger than 1 MiB together" in refusal(handed_in, replace(exercise, files=names))
