from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from grader.batch.course import read_course, strangers
from grader.batch.handed import Student
from grader.batch.terms import Course, Late
from grader.errors import UsageError

ADA = Student(id="1", login="ada", email="ada@x.org")
BOB = Student(id="2", login="bob")
GOOD = """\
name = "Programming 2"
timezone = "Europe/Vienna"
attempts = 3
late_percent = 10
late_grace_minutes = 15
late_cutoff_days = 7

[[exercise]]
id = "py-cache"
title = "Cache"
column = "Cache (77)"
due = 2026-10-20T23:59:00
points = "5/2"

[[exercise]]
id = "py-queue"
due = 2026-10-27T12:00:00Z
attempts = 1
count = "best"
late_percent = "2.5"
late_per = "hour"
late_cap_percent = 50

[[extension]]
student = "ada"
days = 7
because = "ill"

[[extension]]
student = "ada@x.org"
exercise = "py-queue"
due = 2026-11-01T12:00:00
"""
HEAD = 'name = "P"\ntimezone = "UTC"\n'


def course(tmp_path: Path, text: str) -> Course:
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    return read_course(path, ["py-cache", "py-queue"])


def mistakes(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(UsageError) as raised:
        course(tmp_path, text)
    lines = str(raised.value).split("\n")
    assert all(line.isprintable() for line in lines)
    return [line.removeprefix(f"{tmp_path}/course.toml: ") for line in lines]


def test_a_course(tmp_path: Path) -> None:
    found = course(tmp_path, GOOD)
    cache, queue = found.terms
    assert (cache.title, cache.column, cache.points) == ("Cache", "Cache (77)", Fraction(5, 2))
    assert (cache.attempts, cache.count, queue.attempts, queue.count) == (3, "latest", 1, "best")
    assert cache.late == Late(percent=Fraction(10), grace_minutes=15, cutoff_days=7)
    assert queue.late == Late(
        percent=Fraction(5, 2),
        per="hour",
        grace_minutes=15,
        cap_percent=Fraction(50),
        cutoff_days=7,
    )
    assert cache.due == datetime(2026, 10, 20, 23, 59, tzinfo=ZoneInfo("Europe/Vienna"))
    assert queue.due == datetime(2026, 10, 27, 12, tzinfo=UTC)
    other = found.of("py-pair")
    assert (other.exercise, other.due, other.attempts) == ("py-pair", None, 3)


def test_extensions(tmp_path: Path) -> None:
    found = course(tmp_path, GOOD)
    vienna = ZoneInfo("Europe/Vienna")
    # Clocks change between: the time of day stays.
    assert found.due(ADA, "py-cache") == datetime(2026, 10, 27, 23, 59, tzinfo=vienna)
    assert found.due(ADA, "py-queue") == datetime(2026, 11, 1, 12, tzinfo=vienna)
    assert found.due(BOB, "py-cache") == datetime(2026, 10, 20, 23, 59, tzinfo=vienna)
    assert found.due(ADA, "py-pair") is None
    assert strangers(found, [BOB]) == ("ada", "ada@x.org")
    assert strangers(found, [ADA]) == ()


def test_the_page_about_it(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "class-course.md").read_text(encoding="utf-8")
    path = tmp_path / "course.toml"
    path.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    found = read_course(path, ["py-lru-cache"])
    assert found.terms[0].late.percent == Fraction(5, 2)
    assert len(found.extensions) == 2
    for line in page.split("    course.toml: ")[1:]:
        key = line.split("] ")[1].split(":")[0]
        bad = {"due": GOOD.replace("2026-10-20T23:59:00", "2026-10-20").replace("py-c", "py-lru-c"),
               "late_precent": "late_precent = 1\n" + GOOD}[key]  # fmt: skip
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(UsageError) as raised:
            read_course(path)
        assert line.split("\n")[0] in str(raised.value)


def test_the_least(tmp_path: Path) -> None:
    found = course(tmp_path, HEAD)
    assert found.terms == ()
    assert found.of("py-cache").attempts is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "[top level] name: is missing"),
        ("name = ", "is not valid TOML"),
        ('name = "P"\ntimezone = "Mars/Base"\n', "[top level] timezone: is no time zone known"),
        ('name = "P"\ntimezone = "../../etc/passwd"\n', "[top level] timezone: is no time zone"),
        (HEAD + "attempts = 0\n", "[top level] attempts: must be from 1 to 10000, not 0"),
        (HEAD + "late_percent = 2.5\n", "[top level] late_percent: must be exact"),
        (HEAD + "late_percent = true\n", "[top level] late_percent: must be exact"),
        (HEAD + "late_percent = -1\n", "[top level] late_percent: must be from 0 to 100"),
        (HEAD + 'late_per = "days"\n', '[top level] late_per: must be one of day, hour, not'),
        (HEAD + 'late_precent = 1\n', "[top level] late_precent: is not a known key; did you mean"),
        (HEAD + '[[exercise]]\nid = "py-cahce"\n', '[exercise 1: py-cahce] id: "py-cahce" is no'),
        (HEAD + '[[exercise]]\nid = "py-cache"\ndue = "soon"\n',
         "[exercise 1: py-cache] due: is no date and time: write it without quotes"),
        (HEAD + '[[exercise]]\nid = "py-cache"\ndue = 2026-10-20\n',
         "[exercise 1: py-cache] due: is a date without a time"),
        (HEAD + '[[exercise]]\nid = "py-cache"\ndue = 9999-12-31T00:00:00Z\n',
         "[exercise 1: py-cache] due: must be from 1970 to 2200"),
        (HEAD + '[[exercise]]\nid = "py-cache"\npoints = 0\n',
         "[exercise 1: py-cache] points: must be more than 0"),
        (HEAD + '[[exercise]]\nid = "py-cache"\n' * 2, '[exercise 2: py-cache] id: must not be'),
        (HEAD + '[[exercise]]\nid = "py-cache"\ncolumn = "C"\n[[exercise]]\nid = "py-queue"\n'
         'column = "C"\n', "[exercise 2: py-queue] column: is another exercise's column already"),
        (HEAD + '[[extension]]\nstudent = "a"\n', "[extension 1] due: or days must be there"),
        (HEAD + '[[extension]]\nstudent = "a"\ndue = 2026-10-20T00:00:00\n',
         "[extension 1] due: is for one exercise: name it, or give days"),
        (HEAD + '[[extension]]\nstudent = "a"\ndays = 1\n' * 2,
         "[extension 2] student: has an extension for this already"),
        (HEAD + '[[extension]]\nstudent = "a"\ndays = 1\nexercise = "py-none"\n',
         '[extension 1] exercise: "py-none" is no [[exercise]] of this file'),
    ],
)  # fmt: skip
def test_every_mistake_names_table_and_key(text: str, told: str, tmp_path: Path) -> None:
    assert any(line.startswith(told) for line in mistakes(tmp_path, text)), mistakes(tmp_path, text)


def test_a_time_that_clocks_skip(tmp_path: Path) -> None:
    text = GOOD.replace("2026-10-20T23:59:00", "2026-03-29T02:30:00")
    assert mistakes(tmp_path, text) == [
        "[exercise 1: py-cache] due: is a time that does not exist there: clocks skip it"
    ]
