"""A whole class, graded for real, as an instructor lives with it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from grader.batch import classrun
from grader.batch.crew import LocalCrew
from grader.batch.decide import comment, override
from grader.batch.results import load_book
from grader.errors import GraderError, UsageError
from tests.batch.tiny_class import (
    BROKEN,
    LEAVES,
    NO_TEXT,
    RIGHT,
    STARTER,
    hand_in,
    run,
    tiny,
)

CLASS = {"ann": RIGHT, "bob": NO_TEXT, "dee": LEAVES, "eve": BROKEN}
POINTS = {"ann": 100.0, "bob": 60.0, "dee": 0.0, "eve": 0.0}
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


class LastingCrew(LocalCrew):
    """Workers that stay for the next class: to start them takes longer than these classes."""

    def close(self) -> None:
        assert not self.busy

    def end(self) -> None:
        super().close()


@pytest.fixture(scope="module", autouse=True)
def crew() -> Iterator[None]:
    """One crew for all classes here."""
    crew = LastingCrew(2)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(classrun, "LocalCrew", lambda jobs, unit_seconds: crew)
        yield
    crew.end()


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class that was graded once."""
    top = tiny.write(tmp_path_factory.mktemp("graded"))
    hand_in(top, CLASS)
    outcome, told = run(top, jobs=2)
    assert outcome.open_units == 0
    assert set(told.states.values()) == {"graded"}
    assert told.points() == POINTS
    return top


@pytest.fixture
def top(graded: Path, tmp_path: Path) -> Path:
    """A copy of that class, to go on with."""
    return Path(shutil.copytree(graded, tmp_path / "top"))


def report(top: Path, student: str) -> str:
    return (top / "out/reports" / student / "tiny/report.html").read_text()


def test_one_bad_submission_stops_nobody(graded: Path) -> None:
    for student in CLASS:
        assert "Double it" in report(graded, student)


def test_a_second_run_does_nothing_again(top: Path) -> None:
    _, told = run(top)
    assert set(told.states.values()) == {"kept"}
    assert told.points() == POINTS
    assert not told.changes


def test_only_what_is_new_or_changed_is_graded(top: Path) -> None:
    hand_in(top, {"bob": RIGHT, "gil": NO_TEXT})
    _, told = run(top)
    assert {name for name, state in told.states.items() if state == "graded"} == {"bob", "gil"}
    assert told.points() == POINTS | {"bob": 100.0, "gil": 60.0}
    assert list(told.changes) == ["bob  tiny: 60 points → 100 points"]


def test_a_changed_rubric_shows_before_and_after(top: Path) -> None:
    for old, new in (("points = 60", "points = 50"), ("points = 40", "points = 50")):
        tiny.change(top, "rubrics/tiny.toml", old, new)
    _, told = run(top)
    assert told.points()["bob"] == 50
    assert list(told.changes) == ["bob  tiny: 60 points → 50 points"]
    rows = list(csv.DictReader((top / "out/changes.csv").read_text().splitlines()))
    assert [row["after"] for row in rows if row["student"] == "bob"] == ["50 points"]


def test_another_exercise_of_the_course_is_not_touched(top: Path) -> None:
    shutil.copytree(top / "exercises/tiny", top / "exercises/other")
    (top / "rubrics/other.toml").write_text(
        (top / "rubrics/tiny.toml").read_text().replace('"tiny"', '"other"')
    )
    _, told = run(top)
    assert set(told.states.values()) == {"kept"}


def test_people_stay_in_charge_of_a_regrading(top: Path) -> None:
    out = top / "out"
    who = {"who": "Prof <b>X</b>", "when": NOON}
    override(out, "bob", "tiny", "text", points=Fraction(30), because="=HYPERLINK(1)", **who)  # type: ignore[arg-type]
    comment(out, "bob", "tiny", "Well tried <script>", who="Prof X", when=NOON)
    assert "30" in report(top, "bob")
    assert "<b>X</b>" not in report(top, "bob")
    assert "Well tried &lt;script&gt;" in report(top, "bob")
    tiny.change(top, "rubrics/tiny.toml", "Doubles text", "Doubles all text")
    _, told = run(top)
    assert told.states["bob"] == "graded"
    assert told.points()["bob"] == 90
    assert "Well tried &lt;script&gt;" in report(top, "bob")
    assert "2026-05-04" in report(top, "bob")
    entry = next(each for each in load_book(out).entries if each.student.id == "bob")
    assert [mark.override.who for mark in entry.criteria if mark.override] == ["Prof <b>X</b>"]
    assert entry.graded == 60
    override(out, "bob", "tiny", "text", points=None, because="no", **who)  # type: ignore[arg-type]
    assert next(each for each in load_book(out).entries if each.student.id == "bob").points == 60


@pytest.mark.parametrize(
    ("student", "exercise", "criterion", "points", "told"),
    [
        ("bobb", "tiny", "text", 1, "no student bobb"),
        ("bob", "tinny", "text", 1, "no exercise tinny"),
        ("bob", "tiny", "texts", 1, "no criterion texts"),
        ("bob", "tiny", "text", 41, "text has 40 points at most"),
    ],
)
def test_a_decision_about_nothing_is_refused(
    graded: Path, student: str, exercise: str, criterion: str, points: int, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        override(
            graded / "out",
            student,
            exercise,
            criterion,
            points=Fraction(points),
            because="so",
            who="me",
            when=NOON,
        )


GRADESCOPE = """\
---
submission_1:
  :submitters:
  - :name: Ann
    :email: ann@x.org
  :created_at: 2026-05-03 10:00:00.0 Z
submission_2:
  :submitters:
  - :name: Bob
    :email: bob@x.org
  :created_at: 2026-05-04 11:00:00.0 Z
"""
COURSE = """
name = "Doubling 101"
timezone = "UTC"
late_percent = 10
[[exercise]]
id = "tiny"
due = 2026-05-03T12:00:00
points = 20
"""


def test_a_late_penalty_is_a_line_of_its_own(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    hand_in(top, {"submission_1": RIGHT, "submission_2": RIGHT})
    (top / "class/submission_metadata.yml").write_text(GRADESCOPE)
    (top / "course.toml").write_text(COURSE)
    _, told = run(top, course=top / "course.toml")
    assert told.points() == {"ann@x.org": 20, "bob@x.org": 18}
    assert told.book is not None
    late = next(entry for entry in told.book.entries if entry.student.id == "bob@x.org")
    assert late.earned == 20
    assert [line.points for line in late.adjustments] == [-2]
    page = (top / "out" / late.report).read_text()
    assert "Late by 23 hours" in page
    assert "18 of 20 points" in page
    assert load_book(top / "out").name == "Doubling 101"


def test_a_name_that_is_a_path_stays_inside(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    hand_in(top, {"-evil..": RIGHT, "a b;rm -rf": RIGHT, "=1+1": STARTER, "<b>x": STARTER})
    _, told = run(top)
    assert told.book is not None
    for entry in told.book.entries:
        path = (top / "out" / entry.report).resolve()
        assert path.is_relative_to((top / "out/reports").resolve())
        assert path.is_file()
    assert len({entry.report for entry in told.book.entries}) == 4
    assert "<b>x" not in (top / "out/index.html").read_text()


def test_copies_are_listed_and_cost_nothing(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    helpers = "\n".join(
        f"def helper_{index}(first, second):\n    return first * {index} + second - len([first])\n"
        for index in range(8)
    )
    hand_in(top, {"ann": RIGHT + helpers, "bob": RIGHT + helpers.replace("first", "uno")})
    _, told = run(top)
    assert told.points() == {"ann": 100.0, "bob": 100.0}
    similar = (top / "out/numbers/similar.csv").read_text("utf-8-sig").splitlines()
    assert len(similar) > 1
    override(
        top / "out", "ann", "tiny", "text", points=Fraction(1), because="b", who="w", when=NOON
    )
    assert (top / "out/numbers/similar.csv").read_text("utf-8-sig").splitlines() == similar


def test_nothing_to_grade_is_said(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    (top / "class").mkdir()
    (top / "class/notes.txt").write_text("nothing")
    with pytest.raises(UsageError, match="nothing to grade"):
        run(top)
    assert not (top / "out").exists()


def test_the_gradebook_is_not_put_among_the_submissions(top: Path) -> None:
    with pytest.raises(UsageError, match="lies in the folder of submissions"):
        run(top, out=top / "class/out")
    assert not (top / "class/out").exists()


def test_a_link_in_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    hand_in(top, {"ann": RIGHT})
    (top / "out").mkdir()
    (top / "elsewhere").mkdir()
    (top / "out/reports").symlink_to(top / "elsewhere")
    with pytest.raises(GraderError, match="leads out of"):
        run(top)
    assert not list((top / "elsewhere").iterdir())
