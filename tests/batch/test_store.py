"""What a store promises: what was recorded stays, what was half-recorded never was."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.store import STORE_FILE, Decision, Store, open_store
from grader.errors import GraderError, UsageError
from tests.batch import store_writer
from tests.batch.made import place, result

ROOT = Path(__file__).resolve().parents[2]
WRITER = Path(store_writer.__file__)
ANN = ("s1", "tiny", 1)


def writer(folder: Path, *arguments: int) -> subprocess.Popen[str]:
    """Another process that records; see store_writer."""
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(folder), *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def holds(folder: Path, keys: list[str]) -> None:
    """All of `keys` were recorded whole, each is its attempt's, and the file is sound."""
    with open_store(folder) as store:
        standing = {row.student: row.key for row in store.attempts() if row.key}
        for key in keys:
            made = store.result(key)
            assert made is not None
            assert made.points == int(key.partition("-")[2]) % 101
            assert standing[f"s{key.partition('-')[2]}"] == key
            assert b"noise" in store.documents(key)[0]
        for key in standing.values():
            assert store.result(key) is not None
    with sqlite3.connect(folder / STORE_FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_was_recorded_before_sigkill_is_there(tmp_path: Path) -> None:
    chosen = random.Random(5)
    told: list[str] = []
    for begin in range(0, 300, 100):
        running = writer(tmp_path, begin, begin + 100, 20_000)
        assert running.stdout is not None
        for _ in range(chosen.randrange(5, 60)):
            told.append(running.stdout.readline().strip())
        running.kill()
        told += running.communicate()[0].split()
        holds(tmp_path, told)


def test_a_full_disk_loses_nothing_that_was_recorded(tmp_path: Path) -> None:
    running = writer(tmp_path, 0, 400, 20_000, 2_000_000)
    told, complaint = running.communicate()
    assert running.returncode == 1
    assert complaint.count("\n") == 1
    assert "what was recorded before is safe" in complaint
    assert 5 < len(told.split()) < 400
    holds(tmp_path, told.split())
    again = writer(tmp_path, 0, 400, 100)
    assert len(again.communicate()[0].split()) == 400
    holds(tmp_path, [f"key-{index}" for index in range(400)])


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [writer(tmp_path, 0, 150, 2_000), writer(tmp_path, 100, 250, 2_000)]
    ends = [each.communicate() for each in running]
    assert [complaint for _, complaint in ends] == ["", ""]
    told = [key for out, _ in ends for key in out.split()]
    assert len(told) == 300
    holds(tmp_path, told)


def store_of(folder: Path) -> Store:
    with open_store(folder, create=True) as store:
        place(store, 3)
        return store


def test_no_verdict_never_replaces_a_grade_of_the_same_files(tmp_path: Path) -> None:
    store_of(tmp_path)
    with open_store(tmp_path) as store:
        store.record(ANN, result("good"), "task", "files")
        store.want(ANN, "new")
        store.record(ANN, result("new", points=None), "task", "files")
        (row,) = [row for row in store.attempts() if row.student == "s1"]
        assert (row.key, row.wanted) == ("good", "new")
        assert "the grade of before stands" in row.fault
        assert store.want(ANN, "new") is not None
        assert store.key(ANN) == "good"
        store.record(ANN, result("other", points=None), "task", "other files")
        assert store.key(ANN) == "other"


def test_a_grade_is_never_written_over(tmp_path: Path) -> None:
    store_of(tmp_path)
    with open_store(tmp_path) as store:
        store.record(ANN, result("key", points=60), "task", "files")
        store.record(ANN, result("key", points=0), "task", "files")
        found = store.result("key")
        assert found is not None
        assert found.points == 60
        store.regrade("key")
        assert store.result("key") is not None


def test_an_incomplete_one_can_be_tried_again(tmp_path: Path) -> None:
    store_of(tmp_path)
    with open_store(tmp_path) as store:
        store.record(ANN, result("key", points=None), "task", "files")
        store.regrade("key")
        assert store.result("key") is None
        assert store.key(ANN) == ""


NAMES = st.text(st.characters(codec=None, exclude_characters="\0"), min_size=1, max_size=20)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(NAMES, st.fractions(0, 100)), max_size=5))
def test_decisions_are_kept_as_they_were_made(made: list[tuple[str, Fraction]]) -> None:
    told = [
        Decision(
            kind="override",
            student="s1",
            exercise="tiny",
            criterion="one",
            points=points,
            because=text,
            who=text,
            at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        )
        for text, points in made
    ]
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder), create=True) as store:
            for each in told:
                store.decide(each)
        with open_store(Path(folder)) as store:
            kept = store.decisions()
    assert [each.points for each in kept] == [each.points for each in told]
    assert [each.who for each in kept] == [
        each.who.encode("utf-8", "backslashreplace").decode() for each in told
    ]


def test_a_store_of_a_later_grader_is_left_alone(tmp_path: Path) -> None:
    store_of(tmp_path)
    with sqlite3.connect(tmp_path / STORE_FILE) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(GraderError, match="format 99"), open_store(tmp_path):
        pass


def test_what_is_no_store_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no grades in"), open_store(tmp_path):
        pass
    (tmp_path / STORE_FILE).write_bytes(b"no database at all" * 500)
    with pytest.raises(GraderError, match="not a database"), open_store(tmp_path):
        pass


def test_another_seed_is_refused(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        assert store.seed(7) == store.seed() == 7
        with pytest.raises(UsageError, match="seed 7"):
            store.seed(8)
        assert store.reseed() == store.seed()
