from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import ExerciseError, UsageError
from grader.load import find_exercises, load_by_id, load_exercise


def edit(folder: Path, old: str, new: str, name: str = "exercise.toml") -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new))


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(ExerciseError) as raised:
        load_exercise(folder)
    return str(raised.value).splitlines()


def test_reads_a_whole_exercise(folder: Path) -> None:
    exercise = load_exercise(folder)
    assert exercise.id == "py-lru-cache"
    assert exercise.guide_lines == (635, 654)
    assert exercise.limits.call_seconds == 2.0
    assert exercise.starter.loses == {"evicts-oldest"}
    assert [solution.name for solution in exercise.solutions] == ["ordered-dict", "plain-dict"]
    assert exercise.mutants[0].note == "Moves on set."
    assert exercise.flaws[0].lines == (1, 2)
    assert exercise.module == "lru_cache"
    assert exercise.hidden.is_dir()


def test_reads_programs(cpp_folder: Path) -> None:
    (program,) = load_exercise(cpp_folder).programs
    assert program.sources == ("scenarios.cpp",)
    assert program.profiles == ("address,undefined", "thread")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("difficulty = 3", "difficulty = 6", "[top level] difficulty: must be from 1 to 5, not 6"),
        ("difficulty = 3", "difficulty = true", "difficulty: must be a whole number, not true or"),
        ("difficulty = 3", "", "[top level] difficulty: is missing"),
        ("minutes", "minuets", "minuets: is not a known key; did you mean minutes?"),
        ('"python"', '"pyton"', 'one of python, cpp, not "pyton"; did you mean python?'),
        ('"python"', "7", "language: must be text in quotes, not a whole number"),
        ('"Repair a cache."', '"  "', "[top level] summary: must not be blank"),
        ('"Repair a cache."', '"a\\u0007b"', "summary: must not hold control characters"),
        ("[635, 654]", "[654, 635]", "[guide] lines: must count from 1"),
        ("[635, 654]", "[true, 2]", "[guide] lines: must be two line numbers"),
        ("[guide]", "[gide]", "[top level] guide: is missing"),
        ('["lru_cache.py"]', '"lru_cache.py"', "files: must be a list of texts"),
        ('["lru_cache.py"]', "[]", "files: must not be empty"),
        ('["lru_cache.py"]', '["../x.py"]', "files: ../x.py cannot be graded: its path leads out"),
        ('["lru_cache.py"]', '["/x.py"]', "files: /x.py must be a plain relative path"),
        ('["lru_cache.py"]', '["x.txt"]', "files: x.txt must end in one of .py"),
        ('["lru_cache.py"]', '["json.py"]', "it would replace json of the standard library"),
        ('["lru_cache.py"]', '["conftest.py"]', "a name that Python or a tool loads by itself"),
        ('["lru_cache.py"]', '["lru-cache.py"]', "must be importable by its name"),
        ('["lru_cache.py"]', '["sub/lru.py"]', "must be importable by its name"),
        ('["lru_cache.py"]', '["lru_cache.py", "lru_cache.py"]', 'not name "lru_cache.py" twice'),
        ('["evicts-oldest"]', '["Evicts"]', "[starter] loses: Evicts is not the id"),
        ("[guide]", "[limits]\nmemory_mib = 8\n[guide]", "[limits] memory_mib: must be from 16"),
        ("[guide]", '[limits]\ncall_seconds = "2"\n[guide]', "call_seconds: must be a number, not"),
        ("[guide]", "[limits]\ncall_seconds = nan\n[guide]", "must be from 0.05 to 60, not nan"),
        ("[guide]", "[limits]\ncall_seconds = 30\n[guide]", "not be longer than test_seconds"),
        ("[guide]", "limits = 3\n[guide]", "limits: must be a table, written [limits]"),
        ("[guide]", "[[program]]\n[guide]", "program: is for C++ exercises only"),
    ],
)
def test_names_file_table_and_key(folder: Path, old: str, new: str, expected: str) -> None:
    edit(folder, old, new)
    found = mistakes(folder)
    assert all(line.startswith(str(folder)) for line in found)
    assert any(expected in line for line in found), found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('["scenarios.cpp"]', '["missing.cpp"]', "sources: missing.cpp is not a file in"),
        ('["scenarios.cpp"]', '["../exercise.toml"]', "../exercise.toml is not a file in"),
        ('"thread"]', '"tread"]', 'profiles: "tread" is not one of'),
        ('"thread"]', '"address,thread"]', "thread and address exclude each other"),
        ('"thread"]', '"undefined,address"]', "repeats itself or another profile"),
        ('"thread"]', '"thread,thread"]', "repeats itself or another profile"),
        ('"thread"]', '"plain,thread"]', '"plain" is not one of'),
        ('name = "main"', 'name = "Main Program"', "name: must be a short lower-case word"),
        ('name = "main"', "", "[program 1] name: is missing"),
        ("[[program]]", "[program]", "program: must be tables, each written [[program]]"),
    ],
)
def test_checks_programs(cpp_folder: Path, old: str, new: str, expected: str) -> None:
    edit(cpp_folder, old, new)
    assert any(expected in line for line in mistakes(cpp_folder))


def test_a_cpp_exercise_needs_a_program(cpp_folder: Path) -> None:
    text = (cpp_folder / "exercise.toml").read_text().split("[[program]]")[0]
    (cpp_folder / "exercise.toml").write_text(text)
    assert mistakes(cpp_folder) == [f"{cpp_folder}/exercise.toml: [top level] program: is missing"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("lines = [1, 2]", "lines = [2, 3]", "lines: must lie within the 2 lines of lru_cache.py"),
        ('file = "lru_cache.py"', 'file = "x.py"', "x.py is not among the exercise's files"),
        ('id = "first-in-first-out"', 'id = "First"', "[flaw 1: First] id: must be lower-case"),
        ("kind", "sort", "sort: is not a known key"),
    ],
)
def test_checks_flaws(folder: Path, old: str, new: str, expected: str) -> None:
    edit(folder, old, new, "flaws.toml")
    assert any(expected in line for line in mistakes(folder))


def remove(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (remove("README.md"), "README.md: is missing"),
        (remove("hidden/test_lru.py"), "hidden: must hold at least one test_*.py"),
        (remove("starter/lru_cache.py"), "starter/lru_cache.py: is missing"),
        (remove("solutions/plain-dict/lru_cache.py"), "solutions/plain-dict/lru_cache.py: is miss"),
        (remove("solutions/plain-dict/solution.toml"), "plain-dict/solution.toml: is missing"),
        (remove("mutants/moves-on-set/mutant.toml"), "moves-on-set/mutant.toml: is missing"),
        (remove("flaws.toml"), "flaws.toml: is missing"),
        (
            lambda folder: (folder / "solutions/plain-dict").rename(folder / "elsewhere"),
            "solutions: must hold at least 2 solutions",
        ),
        (
            lambda folder: (folder / "mutants").rename(folder / "elsewhere"),
            "mutants: must hold at least one mutant",
        ),
        (
            lambda folder: (folder / "mutants/moves-on-set").rename(folder / "mutants/Moves"),
            "mutants/Moves: must be named with lower-case words",
        ),
    ],
)
def test_checks_the_folder(folder: Path, harm: Callable[[Path], None], expected: str) -> None:
    harm(folder)
    found = mistakes(folder)
    assert len(found) == 1
    assert expected in found[0]


def test_shows_all_mistakes_at_once(folder: Path) -> None:
    edit(folder, "difficulty = 3", "difficulty = 9")
    edit(folder, "kind", "sort", "flaws.toml")
    (folder / "README.md").unlink()
    assert len(mistakes(folder)) == 4


def test_a_missing_exercise_is_one_line(tmp_path: Path) -> None:
    assert mistakes(tmp_path / "nothing") == [f"{tmp_path}/nothing/exercise.toml: is missing"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"title = ", "is not valid TOML"),
        (b"title = '\xff'", "is not UTF-8 text (byte 9)"),
        (b"a = " + b"[" * 20_000, "is not usable TOML: it is nested too deeply"),
        (b"a = " + b"9" * 20_000, "is not valid TOML"),
    ],
)
def test_unreadable_toml_is_one_line(folder: Path, content: bytes, expected: str) -> None:
    (folder / "exercise.toml").write_bytes(content)
    (line,) = mistakes(folder)
    assert line.startswith(f"{folder}/exercise.toml: ")
    assert expected in line


def test_digest_covers_what_influences_grading(folder: Path) -> None:
    before = load_exercise(folder).digest
    (folder / "README.md").write_text("Another task.\n")
    (folder / "hidden" / "__pycache__").mkdir()
    (folder / "hidden" / "__pycache__" / "test_lru.pyc").write_bytes(b"anything")
    assert load_exercise(folder).digest == before
    (folder / "hidden" / "scenarios.py").write_text("")
    changed = load_exercise(folder).digest
    assert changed != before
    (folder / "hidden" / "scenarios.py").rename(folder / "hidden" / "other.py")
    assert load_exercise(folder).digest not in (before, changed)


def test_finds_exercises_in_order(folder: Path) -> None:
    (folder.parent / "notes").mkdir()
    (folder.parent / "a-first").mkdir()
    (folder.parent / "a-first" / "exercise.toml").touch()
    assert [found.name for found in find_exercises(folder.parent)] == ["a-first", "py-lru-cache"]


def test_loads_by_id(folder: Path) -> None:
    assert load_by_id(folder.parent, "py-lru-cache") == load_exercise(folder)


@pytest.mark.parametrize("wrong", ["py-lru", "PY_LRU_CACHE", "lru-cache"])
def test_suggests_an_id(folder: Path, wrong: str) -> None:
    with pytest.raises(UsageError, match=r"did you mean py-lru-cache\?$"):
        load_by_id(folder.parent, wrong)


@pytest.mark.parametrize("wrong", ["../py-lru-cache/../../etc", "\x1b[2J", "", "z" * 5000])
def test_an_unknown_id_reaches_no_other_folder(folder: Path, wrong: str) -> None:
    with pytest.raises(UsageError) as raised:
        load_by_id(folder.parent, wrong)
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 500


def test_no_exercises_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of exercises at"):
        find_exercises(tmp_path / "nothing")
