from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.load import submission, take_in
from grader.model import Exercise
from tests.load.submitting import refusal


def test_freezes_what_was_handed_in(handed_in: Path, exercise: Exercise) -> None:
    found = take_in(handed_in, exercise)
    assert found.name == "alice"
    assert [(file.path, file.content) for file in found.files] == [
        ("lru_cache.py", b"answer = 42\n")
    ]
    assert found.ignored == ()
    assert len(found.digest) == 64


def test_digest_depends_on_the_files_alone(
    handed_in: Path, exercise: Exercise, tmp_path: Path
) -> None:
    other = tmp_path / "bob"
    other.mkdir()
    (other / "lru_cache.py").write_text("answer = 42\n")
    (other / "notes.txt").write_text("anything")
    assert take_in(other, exercise).digest == take_in(handed_in, exercise).digest
    (other / "lru_cache.py").write_text("answer = 43\n")
    assert take_in(other, exercise).digest != take_in(handed_in, exercise).digest


def test_a_rejected_submission_has_a_stand_in(tmp_path: Path) -> None:
    found = submission(tmp_path / "car\x1bol")
    assert (found.name, found.files) == ("car\\x1bol", ())


def test_bytes_stay_as_they_are(handed_in: Path, exercise: Exercise) -> None:
    content = b"\xef\xbb\xbf\r\n\x00\xff" * 100
    (handed_in / "lru_cache.py").write_bytes(content)
    assert take_in(handed_in, exercise).files[0].content == content


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lru-cache.py", "found lru-cache.py: rename it to lru_cache.py"),
        ("LRU_Cache.py", "found LRU_Cache.py: rename it to lru_cache.py"),
        ("lru_cache.py.txt", "found lru_cache.py.txt: rename it to lru_cache.py"),
        ("a/b/lru_cache.py", "found a/b/lru_cache.py: hand in the folder a/b"),
        ("mine.zip", "found mine.zip: unpack it, or hand in that file itself"),
        ("main.py", "found main.py: put the repaired file there"),
    ],
)
def test_a_missing_file_says_what_was_seen(
    handed_in: Path, exercise: Exercise, name: str, expected: str
) -> None:
    (handed_in / name).parent.mkdir(parents=True, exist_ok=True)
    (handed_in / "lru_cache.py").rename(handed_in / name)
    assert refusal(handed_in, exercise) == f"no lru_cache.py in {handed_in}; {expected}"


def test_a_missing_file_among_many(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "lru_cache.py").unlink()
    for letter in "abcdef":
        (handed_in / f"{letter}.txt").touch()
    assert refusal(handed_in, exercise).endswith(
        "found a.txt, b.txt, c.txt, d.txt and 2 more: put the repaired file there"
    )


def test_nothing_useful_is_there(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "lru_cache.py").unlink()
    assert refusal(handed_in, exercise) == f"{handed_in} is empty: put lru_cache.py into it"
    (handed_in / "empty").mkdir()
    assert refusal(handed_in, exercise) == (
        f"no lru_cache.py in {handed_in}: put the repaired file there"
    )
    (handed_in / "work\\lru_cache.py").touch()
    assert refusal(handed_in, exercise) == (
        f"no lru_cache.py in {handed_in}; left out work\\lru_cache.py (its name has a backslash; "
        "separate folders with a forward slash): put the repaired file there"
    )


def test_one_folder_down_is_accepted_and_said(handed_in: Path, exercise: Exercise) -> None:
    inner = handed_in / "my work"
    inner.mkdir()
    (handed_in / "lru_cache.py").rename(inner / "lru_cache.py")
    (inner / "helper.py").touch()
    (handed_in / "other.py").touch()
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["helper.py", "lru_cache.py"]
    assert [(item.path, item.reason) for item in found.ignored] == [
        (".", "the files to grade were found one folder down: only my work/ was graded"),
        ("other.py", "not in my work/"),
    ]


def test_two_folders_down_to_choose_from_are_refused(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "lru_cache.py").unlink()
    for name in ("one", "two"):
        (handed_in / name).mkdir()
        (handed_in / name / "lru_cache.py").touch()
    assert refusal(handed_in, exercise) == (
        f"lru_cache.py is in more than one folder of {handed_in} (one/, two/): hand in one"
    )


def test_the_top_goes_before_a_folder(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "old").mkdir()
    (handed_in / "old" / "lru_cache.py").write_text("old = 1")
    found = take_in(handed_in, exercise)
    assert found.files[0].content == b"answer = 42\n"


def test_a_bad_file_at_the_top_is_not_replaced_from_below(
    handed_in: Path, exercise: Exercise
) -> None:
    (handed_in / "old").mkdir()
    (handed_in / "lru_cache.py").rename(handed_in / "old" / "lru_cache.py")
    (handed_in / "lru_cache.py").symlink_to("old/lru_cache.py")
    assert "is a symbolic link" in refusal(handed_in, exercise)


def test_no_such_folder(tmp_path: Path, exercise: Exercise) -> None:
    with pytest.raises(UsageError, match="does not exist: name the folder to grade"):
        take_in(tmp_path / "nobody", exercise)


def test_a_file_is_not_a_folder(handed_in: Path, exercise: Exercise) -> None:
    with pytest.raises(UsageError, match="is not a folder: name the folder"):
        take_in(handed_in / "lru_cache.py", exercise)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Root reads everything, so step down for a moment."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        (".", "alice cannot be opened: Permission denied"),
        ("lru_cache.py", "is not readable: permission denied; hand in a plain, readable file"),
    ],
)
def test_unreadable(handed_in: Path, exercise: Exercise, closed: str, expected: str) -> None:
    for parent in handed_in.parents:
        if parent.stat().st_uid == os.getuid() and len(parent.parts) > 2:
            parent.chmod(parent.stat().st_mode | 0o055)
    (handed_in / closed).chmod(0)
    try:
        with as_ordinary_user():
            message = refusal(handed_in, exercise)
    finally:
        (handed_in / closed).chmod(0o755)
    assert expected in message


def test_no_descriptor_stays_open(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "tools").mkdir()
    (handed_in / "tools" / "clock.py").touch()
    before = sorted(os.listdir("/proc/self/fd"))
    take_in(handed_in, exercise)
    (handed_in / "lru_cache.py").unlink()
    refusal(handed_in, exercise)
    assert sorted(os.listdir("/proc/self/fd")) == before
