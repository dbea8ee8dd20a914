from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import SubmissionRejected, UsageError
from grader.load import read_marker, take_in
from grader.load.names import is_id
from grader.model import Exercise


def mark(folder: Path, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    (folder / ".grader.toml").write_bytes(data)


def test_reads_the_exercise(handed_in: Path) -> None:
    mark(handed_in, 'exercise = "py-lru-cache"\n')
    assert read_marker(handed_in) == "py-lru-cache"


def test_without_a_marker(handed_in: Path) -> None:
    assert read_marker(handed_in) is None


def test_reads_it_one_folder_down_and_from_an_archive(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("work/.grader.toml", 'exercise = "py-lru-cache"')
    (tmp_path / "alice.zip").write_bytes(packed.getvalue())
    assert read_marker(tmp_path / "alice.zip") == "py-lru-cache"


def test_two_markers_below_say_nothing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        mark(tmp_path / name, 'exercise = "py-lru-cache"\n')
    assert read_marker(tmp_path) is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('exercise = "../../etc"', "exercise: must be the id of an exercise: lower-case words"),
        ('exercise = "A\\u001b[2J"', "exercise: must not hold control characters"),
        ("exercise = 3", "exercise: must be text in quotes, not a whole number"),
        ("", "exercise: is missing"),
        ('exersice = "x"', "did you mean exercise?"),
        ("exercise = ", "is not valid TOML"),
        (b"\xff\xfe", "is not UTF-8 text"),
        ("a = " + "[" * 4000, "is nested too deeply"),
        ("#" * 5000, "is too long; name the exercise yourself"),
        ("#" * 300_000, "is larger than 256 KiB; name the exercise yourself"),
    ],
)
def test_a_damaged_marker_is_refused(handed_in: Path, content: str | bytes, expected: str) -> None:
    mark(handed_in, content)
    with pytest.raises(SubmissionRejected) as raised:
        read_marker(handed_in)
    assert expected in str(raised.value)
    assert all(line.isprintable() for line in str(raised.value).splitlines())


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_marker_that_is_no_file(handed_in: Path, kind: str) -> None:
    if kind == "link":
        (handed_in / ".grader.toml").symlink_to("/etc/hostname")
    else:
        os.mkfifo(handed_in / ".grader.toml")
    with pytest.raises(SubmissionRejected, match=r"is a (symbolic link|named pipe); name the"):
        read_marker(handed_in)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        read_marker(tmp_path / "nobody")


def test_the_marker_is_neither_graded_nor_left_out(handed_in: Path, exercise: Exercise) -> None:
    mark(handed_in, 'exercise = "py-lru-cache"\n')
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["lru_cache.py"]
    assert found.ignored == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode()))
def test_any_bytes_name_an_id_or_are_refused(handed_in: Path, content: bytes) -> None:
    mark(handed_in, content)
    try:
        found = read_marker(handed_in)
    except SubmissionRejected as error:
        assert all(line.isprintable() for line in str(error).split("\n"))
    else:
        assert found is not None
        assert is_id(found)
