"""Folders as people make them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.batch.handed import Student
from grader.batch.layouts import discover
from grader.errors import UsageError
from tests.batch.layouts.conftest import (
    CODE,
    EXERCISES,
    TWINS,
    Discover,
    Write,
    attempts,
    graded,
    reasons,
)
from tests.load.packing import make_zip

MARKER = b'exercise = "py-cache"\n'


def test_a_folder_for_each_student_and_in_it_one_for_each_exercise(
    write: Write, found: Discover
) -> None:
    root = write({
        "ada/py-cache/cache.py": CODE,
        "ada/py_queue.zip": make_zip([("queues.py", CODE)]),
        "ada/py-cahce/cache.py": CODE,
        "bob/PY-Cache/cache.py": CODE,
        "bob/notes.txt": b"",
    })  # fmt: skip
    placement = found(root)
    assert attempts(placement) == [
        ("ada", "py-cache", 1), ("bob", "py-cache", 1), ("ada", "py-queue", 1),
    ]  # fmt: skip
    assert graded(placement) == [["cache.py"], ["cache.py"], ["queues.py"]]
    assert "did you mean py-cache?" in reasons(placement)["ada/py-cahce"]
    assert set(reasons(placement)) == {"ada/py-cahce", "bob/notes.txt"}
    assert "a folder for each student, and in it one for each exercise" in placement.layout
    assert [student.id for student in placement.students] == ["ada", "bob"]


def test_with_one_exercise_asked_for_the_others_are_counted(write: Write, found: Discover) -> None:
    root = write({
        "ada/py-cache/cache.py": CODE,
        "ada/py-queue/queues.py": CODE,
        "bob/py-queue/queues.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [("ada", "py-cache", 1)]
    assert reasons(placement) == {"*/py-queue": "2 not looked at: only py-cache is graded"}


def test_the_name_of_the_whole_tells_the_exercise(write: Write, found: Discover) -> None:
    root = write({"py-cache/ada.py": CODE, "py-cache/bob/other.py": CODE}) / "py-cache"
    placement = found(root)
    assert attempts(placement) == [("ada", "py-cache", 1), ("bob", "py-cache", 1)]
    assert "All of it is for py-cache, as its name says." in placement.layout
    queue = found(root, exercise="py-queue")
    assert {item.exercise for item in queue.attempts} == {"py-queue"}


def test_a_folder_for_each_exercise_with_whatever_is_in_it(write: Write, found: Discover) -> None:
    root = write({
        "py-cache/ada/cache.py": CODE,
        "py-cache/bob.py": CODE,
        "py-queue.zip": make_zip([("ada_1_2_queues.py", CODE), ("../up.py", CODE)]),
        "cpp-pool/Ada L_7_assignsubmission_file/pool.hpp": CODE,
        "old/ada/cache.py": CODE,
    })  # fmt: skip
    placement = found(root)
    assert attempts(placement) == [
        ("7", "cpp-pool", 1), ("ada", "py-cache", 1), ("bob", "py-cache", 1), ("1", "py-queue", 1),
    ]  # fmt: skip
    assert graded(placement) == [["pool.hpp"], ["cache.py"], ["cache.py"], ["queues.py"]]
    assert reasons(placement) == {
        "old": "no exercise is called old",
        "py-queue.zip/../up.py": "its path leads out of the archive",
    }
    assert "a folder for each exercise" in placement.layout
    assert "Canvas" in placement.layout


def test_one_exercise_a_folder_an_archive_or_a_file_each(write: Write, found: Discover) -> None:
    root = write({
        "ada/cache.py": CODE,
        "bob.zip": make_zip([("work/cache.py", CODE)]),
        "cy.py": CODE,
        "dee/work.zip": make_zip([("cache.py", CODE)]),
        "grades.xlsx": b"",
        "cache.py": CODE,
        "eve.hpp": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [(name, "py-cache", 1) for name in ("ada", "bob", "cy", "dee")]
    assert graded(placement) == [["cache.py"]] * 4
    assert set(reasons(placement)) == {"grades.xlsx", "cache.py", "eve.hpp"}
    assert "nobody's folder" in reasons(placement)["cache.py"]


def test_the_marker_and_the_files_tell_the_exercise(write: Write, found: Discover) -> None:
    root = write({
        "ada/.grader.toml": MARKER,
        "ada/other.py": CODE,
        "bob/queues.py": CODE,
        "cy/cache.py": CODE,
        "cy/queues.py": CODE,
        "dee/.grader.toml": b'exercise = "py-none"\n',
        "eve/what.py": CODE,
        "flo/.grader.toml": b"exercise = [",
    })  # fmt: skip
    placement = found(root)
    assert attempts(placement) == [("ada", "py-cache", 1), ("bob", "py-queue", 1)]
    told = reasons(placement)
    assert told["cy"] == "it could be for py-cache or py-queue: name the exercise with --exercise"
    assert told["dee"] == "its marker names py-none, which is no exercise here"
    assert "no exercise has files" in told["eve"]
    assert "not valid TOML" in told["flo"]


def test_a_marker_never_beats_the_exercise_asked_for(write: Write, found: Discover) -> None:
    root = write({"ada/.grader.toml": MARKER, "ada/queues.py": CODE, ".grader.toml": MARKER})
    placement = found(root, exercise="py-queue")
    assert attempts(placement) == [("ada", "py-queue", 1)]
    assert reasons(placement) == {
        ".grader.toml": "a marker outside of a submission: use --exercise"
    }


def test_two_exercises_with_the_same_files_are_not_guessed(write: Write, found: Discover) -> None:
    root = write({"ada/cache.py": CODE, "bob/cache.py": CODE})
    placement = found(root, {**EXERCISES, TWINS.id: TWINS})
    assert placement.attempts == ()
    assert "py-cache or py-cache-two" in reasons(placement)["ada"]


def test_numbered_attempts(write: Write, found: Discover) -> None:
    root = write({
        "ada/attempt-2/cache.py": CODE,
        "ada/Attempt 10/cache.py": CODE,
        "ada/attempt_1.zip": make_zip([("cache.py", CODE)]),
        "bob/cache.py": CODE,
        "bob/attempt-2/cache.py": CODE,
        "cy/attempt-1/cache.py": CODE,
        "cy/attempt_1/cache.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache")
    numbers = [(item.student.id, item.number) for item in placement.attempts]
    assert numbers == [("ada", 1), ("ada", 2), ("ada", 10), ("bob", 1), ("cy", 1)]
    assert reasons(placement) == {
        "cy/attempt_1": "attempt 1 of cy for py-cache is cy/attempt-1 already: remove one of them"
    }


def test_attempts_that_a_student_packed_are_one_submission(write: Write, found: Discover) -> None:
    root = write({
        "attempt-9_assignsubmission_file/x.txt": b"",
        "Ada_3_assignsubmission_file_/attempt-1/cache.py": CODE,
        "Ada_3_assignsubmission_file_/attempt-2/cache.py": CODE,
    })  # fmt: skip
    assert attempts(found(root, exercise="py-cache")) == [("3", "py-cache", 1)]


def test_a_roster_says_who_there_is(write: Write, found: Discover) -> None:
    roster = (
        Student(id="17", name="Ada Lovelace", login="ada", email="al@x.org"),
        Student(id="18", name="Bob Doe", sis_id="S18"),
        Student(id="19", name="Doe, Cy"),
        Student(id="20", name="Dee Roe"),
        Student(id="21", name="Roe Dee"),
        Student(id="22", name="Zoë Quiet"),
    )
    root = write({
        "ada/cache.py": CODE,
        "AL/cache.py": CODE,
        "s18/cache.py": CODE,
        "cy_doe/cache.py": CODE,
        "dee roe/cache.py": CODE,
        "lovlace ada/cache.py": CODE,
    })  # fmt: skip
    placement = found(root, roster=roster, exercise="py-cache")
    assert attempts(placement) == [(name, "py-cache", 1) for name in ("17", "18", "19")]
    told = reasons(placement)
    assert "several in the roster are called dee roe: 20, 21" in told["dee roe"]
    assert "nobody in the roster is lovlace ada; did you mean Ada Lovelace?" in told["lovlace ada"]
    assert "already" in told["ada"] + told.get("AL", "")
    assert [student.id for student in placement.students] == ["17", "18", "19", "20", "21", "22"]


def test_a_wrapper_is_seen_through(write: Write, found: Discover) -> None:
    root = write({"hw1-submissions/ada/cache.py": CODE, "hw1-submissions/bob/cache.py": CODE})
    placement = found(root)
    assert attempts(placement) == [("ada", "py-cache", 1), ("bob", "py-cache", 1)]
    assert "in hw1-submissions/" in placement.layout


def test_the_only_student_cannot_pose_as_a_class(write: Write, found: Discover) -> None:
    root = write({
        "py-cache/ada/submission_metadata.yml": b"submission_1:\n  :submitters:\n  - :name: bob\n",
        "py-cache/ada/submission_1/cache.py": CODE,
        "py-cache/ada/bob_7_8_cache.py": CODE,
        "py-cache/ada/bob/cache.py": CODE,
    })  # fmt: skip
    assert attempts(found(root)) == [("ada", "py-cache", 1)]
    placement = found(root / "py-cache", exercise="py-cache")
    assert attempts(placement) == [("ada", "py-cache", 1)]
    assert "If ada is a whole class, name that folder." in placement.layout


def test_a_class_of_one_is_no_wrapper(write: Write, found: Discover) -> None:
    root = write({"ada/attempt-1/cache.py": CODE, "ada/attempt-2/cache.py": CODE})
    assert attempts(found(root, exercise="py-cache")) == [
        ("ada", "py-cache", 1), ("ada", "py-cache", 2),
    ]  # fmt: skip
    student = (Student(id="ada"),)
    root = write({"ada/attempt-1/x/cache.py": CODE})
    assert attempts(found(root, exercise="py-cache", roster=student))[0] == ("ada", "py-cache", 1)


def test_what_is_hostile_is_listed(write: Write, found: Discover, tmp_path: Path) -> None:
    root = write({"ada/cache.py": CODE, "a\nb/cache.py": CODE, "x\x1b[2J/cache.py": CODE})
    (root / "link").symlink_to(tmp_path)
    (root / "link.py").symlink_to("/etc/passwd")
    os.mkfifo(root / "pipe.py")
    os.mkdir(os.fsencode(root) + b"/\xff\xfe")
    (root / ".git").mkdir()
    (root / ".DS_Store").write_bytes(b"")
    (root / "ünï").mkdir()
    (root / "u\u0308ni\u0308").mkdir()
    (tmp_path / "in" / "hard.py").hardlink_to(root / "ada" / "cache.py")
    placement = found(root, exercise="py-cache")
    told = reasons(placement)
    assert told["link"].startswith("a symbolic link")
    assert told["link.py"].startswith("a symbolic link")
    assert "hard link" in told["hard.py"]
    assert told["pipe.py"] == "neither a folder nor an ordinary file"
    assert told["\\xff\\xfe"] == "its name is not valid UTF-8"
    assert told["a\\nb"] == told["x\\x1b[2J"] == "its name has characters that cannot be printed"
    assert ".DS_Store" not in told
    ids = [item.student.id for item in placement.attempts]
    assert ids == ["ada", "ünï"]
    assert sum("already" in reason for reason in told.values()) == 1


def test_a_folder_that_cannot_be_read_stops_nobody(
    write: Write, found: Discover, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"ada/cache.py": CODE, "bob/cache.py": CODE})
    real = os.open

    def denied(path: str | Path, flags: int, *rest: int, **more: int) -> int:
        if str(path).endswith("bob"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", denied)
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [("ada", "py-cache", 1)]
    assert reasons(placement) == {"bob": "it cannot be looked into: Permission denied"}


def test_without_a_place_to_copy_to_single_files_are_listed(write: Write) -> None:
    root = write({"ada.py": CODE})
    placement = discover(root, EXERCISES, exercise="py-cache", unpack=None)
    assert placement.attempts == ()
    assert "no folder was named" in placement.unplaced[0].reason


def test_what_stops_at_once(write: Write, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        discover(tmp_path / "none", EXERCISES, unpack=tmp_path / "out")
    with pytest.raises(UsageError, match="is empty"):
        discover(write({}), EXERCISES, unpack=tmp_path / "out")
    with pytest.raises(UsageError, match="unpack it"):
        discover(write({"class.tar": b""}) / "class.tar", EXERCISES, unpack=tmp_path / "out")
    with pytest.raises(UsageError, match="did you mean py-cache"):
        discover(write({"a.py": b""}), EXERCISES, exercise="py-cahce", unpack=None)


def test_a_second_look_finds_the_same(write: Write, found: Discover) -> None:
    root = write({"ada.py": CODE, "bob.py": CODE})
    first = found(root, exercise="py-cache")
    copy = first.attempts[0].path / "cache.py"
    copy.write_bytes(b"half wri")  # as a power cut leaves it
    assert found(root, exercise="py-cache") == first
    assert copy.read_bytes() == CODE
