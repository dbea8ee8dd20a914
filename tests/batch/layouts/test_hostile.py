"""Whatever lies in a folder: nothing is dropped, nothing is a crash, nothing is written outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.handed import Placement, Student
from grader.batch.layouts import discover
from grader.batch.layouts.metadata import Unreadable, moment, records
from grader.batch.layouts.people import People, Sign, Unknown
from grader.errors import GraderError
from tests.batch.layouts.conftest import EXERCISES

ROSTER = (
    Student(id="1", name="Ada Lovelace", login="ada", lms_id="1"),
    Student(id="2", name="Bob", email="bob@x.org"),
)
TOPS = st.sampled_from([
    "ada", "bob", "Ada Lovelace_1_assignsubmission_file_", "Bob_2_assignsubmission_onlinetext_",
    "py-cache", "py_queue", "hw-ada", "hw-bob", "submission_1", "x-submissions", "a\x1bb", ".git",
])  # fmt: skip
NAMES = st.sampled_from([
    "cache.py", "queues.py", "cache-1.py", "left.py", "right.py", "tools.py", "notes.txt", "w.zip",
    "ada_1_10_cache.py", "ada_1_11_cache-1.py", "ada_LATE_1_12_left.py", "bob_2_13_mine.py",
    "bob_2_14_x.zip", "ada_1_text.html", "Bob_2_assignsubmission_file_cache.py",
    "Bob_2_assignsubmission_file_cache-1.py", "Bob_2_assignsubmission_file_a.zip",
    "submission_metadata.yml", ".grader.toml", "py-cache.zip", "py-queue.py", "attempt-1.zip",
    "a\nb.py", "ada.py", "bob.hpp",
])  # fmt: skip
MIDDLES = st.sampled_from(["py-cache", "attempt-1", "attempt_1", "attempt-2", ".git", "src", "ada"])
PATHS = st.one_of(
    NAMES,
    st.tuples(TOPS, NAMES).map("/".join),
    st.tuples(TOPS, MIDDLES, NAMES).map("/".join),
)


def accounted(root: Path, path: Path, placement: Placement) -> bool:
    """Whether a file is graded, copied or listed; by itself or with a folder around it."""
    shown = str(path.relative_to(root)).replace("\n", "\\n").replace("\x1b", "\\x1b")
    if any(shown == item.path or shown.startswith(f"{item.path}/") for item in placement.unplaced):
        return True
    if any(item.path.startswith("*/") for item in placement.unplaced):
        return True  # counted
    return any(
        path.is_relative_to(item.path)
        or (item.path.is_dir() and path.read_bytes() in contents(item.path))
        for item in placement.attempts
    )


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


@settings(max_examples=150, deadline=None)
@given(
    names=st.lists(PATHS, min_size=1, max_size=7, unique=True),
    asked=st.sampled_from([None, "py-cache", "py-pair"]),
    closed=st.booleans(),
)
def test_nothing_is_dropped(
    names: list[str], asked: str | None, closed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("class")
    root = home / "in"
    for number, name in enumerate(names):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"# %d\n" % number)
    files = [path for path in root.rglob("*") if path.is_file()]
    placement = discover(
        root, EXERCISES, roster=ROSTER if closed else (), exercise=asked, unpack=home / "out"
    )
    keys = [(item.exercise, item.student.id, item.number) for item in placement.attempts]
    assert keys == sorted(set(keys))
    assert {item.student for item in placement.attempts} <= set(placement.students)
    assert asked is None or {key for key, *_ in keys} <= {asked}
    assert not closed or set(placement.students) == set(ROSTER)
    for path in files:
        assert accounted(root, path, placement), (path, placement)
    assert [path for path in root.rglob("*") if path.is_file()] == files
    assert {path.name for path in home.iterdir()} <= {"in", "out"}


@given(text=st.text(st.sampled_from("0123456789-+:. TZUC"), max_size=40))
def test_a_time_has_a_zone_or_is_none(text: str) -> None:
    found = moment(text)
    assert found is None or found.utcoffset() is not None


YAML = st.text(st.sampled_from("submission_1:\n -[]{}&*!|>'\"#,?%@\t\x00é~"), max_size=60)


@given(text=YAML)
def test_any_metadata_are_records_or_unreadable(text: str) -> None:
    for start in ("", "submission_1:\n  :submitters:\n  - "):
        try:
            found = records((start + text).encode())
        except Unreadable as error:
            assert str(error)
        else:
            assert all(isinstance(record.folder, str) for record in found)


@given(
    people=st.lists(
        st.builds(
            Student,
            id=st.text("ab1", min_size=1, max_size=2),
            name=st.sampled_from(["", "A B", "B, A", "Ab"]),
            email=st.sampled_from(["", "a@x", "b@x"]),
            lms_id=st.sampled_from(["", "1", "2"]),
        ),
        unique_by=lambda student: student.id,
        min_size=1,
        max_size=4,
    ),
    sign=st.builds(
        Sign,
        name=st.sampled_from(["", "a b", "AB"]),
        email=st.sampled_from(["", "A@X"]),
        lms_id=st.sampled_from(["", "1"]),
        key=st.sampled_from(["", "a", "1"]),
    ),
)
def test_who_is_found_is_pointed_at(people: list[Student], sign: Sign) -> None:
    try:
        found = People(people).find(sign)
    except Unknown as error:
        assert str(error).isprintable()
        return
    assert found in people
    own = [found.id, found.email, found.lms_id, found.email.partition("@")[0], found.name]
    told = [sign.key, sign.email, sign.lms_id, sign.name]
    plain = {"".join(sorted(text.casefold().replace(",", "").replace(" ", ""))) for text in own}
    assert plain & {"".join(sorted(text.casefold().replace(" ", ""))) for text in told if text}


def test_a_full_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    root = tmp_path / "in"
    (root / "py-cache").mkdir(parents=True)
    (root / "py-cache" / "ada.py").write_bytes(b"x = 1\n")
    monkeypatch.setattr("os.replace", full)
    with pytest.raises(GraderError, match="No space left on device; make room"):
        discover(root, EXERCISES, exercise="py-cache", unpack=tmp_path / "out")
    assert list((tmp_path / "out" / "parts").iterdir()) == []
