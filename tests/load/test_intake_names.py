from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.load import load_exercise, take_in
from grader.load.rules import takes_over
from grader.load.selection import MAX_IGNORED
from grader.load.trees import MAX_ENTRIES
from grader.model import Exercise
from tests.load.submitting import reasons, refusal, taken


def test_helpers_are_taken_along(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "linked_list.py").write_text("x = 1")
    (handed_in / "größe.py").write_text("x = 1")
    (handed_in / "tools").mkdir()
    (handed_in / "tools" / "__init__.py").touch()
    (handed_in / "tools" / "clock.py").touch()
    assert taken(handed_in, exercise) == [
        "größe.py", "linked_list.py", "lru_cache.py", "tools/__init__.py", "tools/clock.py",
    ]  # fmt: skip


def test_an_exercise_may_call_its_file_solution() -> None:
    assert takes_over("solution.py", "python") == ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("conftest.py", "a name that Python or a tool loads by itself"),
        ("tools/conftest.py", "a name that Python or a tool loads by itself"),
        ("sitecustomize.py", "a name that Python or a tool loads by itself"),
        ("setup.py", "a name that Python or a tool loads by itself"),
        ("__main__.py", "a name that Python or a tool loads by itself"),
        ("test_mine.py", "a test; the grader runs its own"),
        ("lru_test.py", "a test; the grader runs its own"),
        ("json.py", "it would replace json of the standard library"),
        ("threading/__init__.py", "it would replace threading of the standard library"),
        ("pytest.py", "it would replace pytest, which the grader uses"),
        ("grader/__init__.py", "it would replace grader, which the grader uses"),
        ("grader_box.py", "it would replace grader_box, which the grader uses"),
        ("scenarios.py", "it would replace scenarios, which the grader uses"),
        ("lru_cache/__init__.py", "its folder would hide lru_cache.py"),
        ("__init__.py", "files are imported by their own names, not as a package"),
        ("public/example.py", "an example test that came with the exercise"),
        ("pytest.ini", "only .py files are graded"),
        ("pyproject.toml", "only .py files are graded"),
        ("lru_cache.pyc", "only .py files are graded"),
        ("lru_cache.cpython-311-x86_64-linux-gnu.so", "only .py files are graded"),
        ("evil.pth", "only .py files are graded"),
        ("-c.py", "its name has characters that no import or #include needs"),
        ("two words.py", "its name has characters that no import or #include needs"),
        (".hidden.py", "its name has characters that no import or #include needs"),
        ("back\\slash.py", "its name has a backslash; separate folders with a forward slash"),
        ("a" * 118 + ".py", "its name is longer than 120 bytes"),
    ],
)
def test_what_is_left_out_has_a_reason(
    handed_in: Path, exercise: Exercise, name: str, reason: str
) -> None:
    (handed_in / name).parent.mkdir(exist_ok=True)
    (handed_in / name).touch()
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["lru_cache.py"]
    assert [(item.path, item.reason) for item in found.ignored] == [(name, reason)]


@pytest.mark.parametrize("name", ["__pycache__", ".git", ".venv", "node_modules", "__MACOSX"])
def test_folders_of_tools_are_not_looked_into(
    handed_in: Path, exercise: Exercise, name: str
) -> None:
    (handed_in / name).mkdir()
    for number in range(MAX_ENTRIES + 10):
        (handed_in / name / f"{number}.py").touch()
    assert reasons(handed_in, exercise) == {f"{name}/": "a folder of a tool, not of the exercise"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"new\nline.py", "new\\nline.py"),
        (b"esc\x1b[2Jape.py", "esc\\x1b[2Jape.py"),
        (b"latin-\xe4.py", "latin-\\xe4.py"),
        ("right\u202eto-left.py".encode(), "right\\u202eto-left.py"),
        ("zero\u200bwidth.py".encode(), "zero\\u200bwidth.py"),
        (b"...py", "...py"),
        (b"..\\..\\etc.py", "..\\..\\etc.py"),
    ],
)
def test_strange_names_are_left_out_and_shown_safely(
    handed_in: Path, exercise: Exercise, name: bytes, shown: str
) -> None:
    with open(os.fsencode(handed_in) + b"/" + name, "wb"):
        pass
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["lru_cache.py"]
    assert [item.path for item in found.ignored] == [shown]


def test_a_strange_folder_name_is_shown_safely(
    handed_in: Path, exercise: Exercise, tmp_path: Path
) -> None:
    strange = tmp_path / "ali\x1b[31mce\n<b>"
    handed_in.rename(strange)
    assert take_in(strange, exercise).name == "ali\\x1b[31mce\\n<b>"
    (strange / "lru_cache.py").unlink()
    assert "ali\\x1b[31mce\\n<b> is empty" in refusal(strange, exercise)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("string.h", "it would replace the system's string.h"),
        ("bits/stdc++.h", "the compiler's headers or the grader's are in a folder called bits"),
        ("grader/scenario.hpp", "the compiler's headers or the grader's are in a folder called"),
        ("scenarios.cpp", "scenarios is a name that the grader uses"),
        ("public/example.cpp", "an example test that came with the exercise"),
        ("@file.cpp", "its name has characters that no import or #include needs"),
        ("helper.py", "only .hpp, .h, .cpp, .cc files are graded"),
        ("lib.o", "only .hpp, .h, .cpp, .cc files are graded"),
    ],
)
def test_cpp_names(handed_in: Path, cpp_folder: Path, name: str, reason: str) -> None:
    (handed_in / "lru_cache.py").rename(handed_in / "lru_cache.hpp")
    (handed_in / name).parent.mkdir(exist_ok=True)
    (handed_in / name).touch()
    found = take_in(handed_in, load_exercise(cpp_folder))
    assert [file.path for file in found.files] == ["lru_cache.hpp"]
    assert [item.path for item in found.ignored] == [name]
    assert found.ignored[0].reason.startswith(reason)


def test_cpp_helpers(handed_in: Path, cpp_folder: Path) -> None:
    (handed_in / "lru_cache.py").rename(handed_in / "lru_cache.hpp")
    for name in ("list.hpp", "list.cpp", "clock.h", "clock.cc"):
        (handed_in / name).touch()
    assert taken(handed_in, load_exercise(cpp_folder)) == [
        "clock.h", "list.hpp", "lru_cache.hpp",
    ]  # fmt: skip


def test_the_list_of_ignored_files_is_bounded(handed_in: Path, exercise: Exercise) -> None:
    for number in range(70):
        (handed_in / f"note{number:02}.txt").touch()
    (handed_in / "zz_test.py").touch()
    ignored = take_in(handed_in, exercise).ignored
    assert len(ignored) == MAX_IGNORED + 1
    assert ignored[0].path == "zz_test.py", "sources matter most"
    assert ignored[-1].reason == "21 more files were left out"
