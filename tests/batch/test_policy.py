from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.book import Assignment, CriterionMark, Entry, Override
from grader.batch.course import adjustments, countable, counting
from grader.batch.handed import Attempt, Student
from grader.batch.policy import penalty
from grader.batch.terms import Course, Extension, Late, Terms

ADA = Student(id="ada")
DUE = datetime(2026, 10, 20, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PERCENT = st.fractions(0, 100, max_denominator=12)
LATE = st.builds(
    Late,
    percent=PERCENT,
    per=st.sampled_from(["day", "hour"]),
    grace_minutes=st.integers(0, 3_000),
    cap_percent=st.none() | PERCENT,
    cutoff_days=st.none() | st.integers(0, 9),
)
BEHIND = st.timedeltas(timedelta(days=-3), timedelta(days=12))


def course(late: Late, *extensions: Extension, due: datetime | None = DUE) -> Course:
    terms = Terms(exercise="py-cache", due=due, late=late)
    return Course(name="P", timezone="UTC", terms=(terms,), extensions=extensions)


def entry(points: Fraction, when: datetime | None, *, attempt: int = 1, status: str = "") -> Entry:
    mark = CriterionMark(
        id="works", title="Works", kind="behaviour", status=status or "passed", graded=points,
        max_points=Fraction(40),
    )  # fmt: skip
    assignment = Assignment(
        exercise="py-cache", title="Cache", language="python", max_points=Fraction(40), due=DUE
    )
    return Entry(
        student=ADA, assignment=assignment, status="incomplete" if status else "graded",
        criteria=(mark,), submitted=when, attempt=attempt,
    )  # fmt: skip


def lost(late: Late, points: Fraction, behind: timedelta) -> Fraction:
    return -sum(
        (item.points for item in adjustments(course(late), entry(points, DUE + behind))),
        Fraction(0),
    )


TEN = Late(percent=Fraction(10), grace_minutes=15, cap_percent=Fraction(25), cutoff_days=5)


@pytest.mark.parametrize(
    ("behind", "expected", "label"),
    [
        (-DAY, 0, ""),
        (timedelta(0), 0, ""),
        (timedelta(minutes=15), 0, ""),
        (timedelta(minutes=15, microseconds=1), 4, "Late by 16 minutes"),
        (
            DAY,
            4,
            "Late by 1 day (due 2026-10-20 12:00 UTC): 10 % of the maximum for each day begun",
        ),
        (DAY + HOUR, 8, "Late by 1 day 1 hour"),
        (3 * DAY, 10, "10 % of the maximum for each day begun, 25 % at most"),
        (5 * DAY, 10, "25 % at most"),
        (5 * DAY + HOUR, 30, "more than 5 days late does not count"),
    ],
)
def test_what_lateness_costs(behind: timedelta, expected: int, label: str) -> None:
    lines = adjustments(course(TEN), entry(Fraction(30), DUE + behind))
    assert [line.points for line in lines] == ([Fraction(-expected)] if expected else [])
    assert all(label in line.label for line in lines)


def test_no_more_than_was_earned_is_taken() -> None:
    assert lost(TEN, Fraction(3), 2 * DAY) == 3
    assert lost(TEN, Fraction(0), 2 * DAY) == 0


def test_time_is_measured_across_a_change_of_clocks() -> None:
    vienna = ZoneInfo("Europe/Vienna")
    due = datetime(2026, 10, 24, 12, tzinfo=vienna)  # the next day has 25 hours
    hourly = Late(percent=Fraction(1), per="hour")
    late = entry(Fraction(40), datetime(2026, 10, 25, 12, tzinfo=vienna))
    (line,) = adjustments(course(hourly, due=due), late)
    assert line.points == -Fraction(40 * 25, 100)


def test_an_extension_moves_the_due_time() -> None:
    longer = Extension(student="ada", exercise="py-cache", days=2)
    assert adjustments(course(TEN, longer), entry(Fraction(40), DUE + 2 * DAY)) == ()
    (line,) = adjustments(course(TEN, longer), entry(Fraction(40), DUE + 2 * DAY + HOUR))
    assert line.points == -4
    assert "due 2026-10-22 12:00 UTC" in line.label


def test_a_late_mark_without_a_time_costs_nothing_and_is_shown() -> None:
    (line,) = adjustments(course(TEN), entry(Fraction(40), None), late=True)
    assert line.points == 0
    assert "a person decides" in line.label
    assert adjustments(course(TEN), entry(Fraction(40), None)) == ()
    assert adjustments(course(Late()), entry(Fraction(40), None), late=True) == ()


def test_what_has_no_number_has_no_lines() -> None:
    assert adjustments(course(TEN), entry(Fraction(0), DUE + 3 * DAY, status="error")) == ()


def test_a_persons_points_count() -> None:
    graded = entry(Fraction(0), DUE + DAY)
    override = Override(criterion="works", points=Fraction(40), because="", who="", when=DUE)
    mark = CriterionMark(
        id="works", title="", kind="", status="failed", graded=Fraction(0), max_points=Fraction(40),
        override=override,
    )  # fmt: skip
    decided = Entry(
        student=ADA, assignment=graded.assignment, status="graded", criteria=(mark,),
        submitted=graded.submitted,
    )  # fmt: skip
    assert adjustments(course(TEN), decided)[0].points == -4


@given(late=LATE, behind=BEHIND, more=st.timedeltas(timedelta(0), 5 * DAY))
def test_more_late_is_never_more_points(late: Late, behind: timedelta, more: timedelta) -> None:
    assert penalty(late, behind) <= penalty(late, behind + more)


@given(late=LATE, behind=BEHIND, points=st.fractions(0, 40, max_denominator=12))
def test_points_stay_between_nothing_and_what_was_earned(
    late: Late, behind: timedelta, points: Fraction
) -> None:
    taken = lost(late, points, behind)
    assert isinstance(taken, Fraction)
    assert 0 <= taken <= points
    if behind <= timedelta(minutes=late.grace_minutes):
        assert taken == 0
    elif late.cutoff_days is not None and behind > timedelta(days=late.cutoff_days):
        assert taken == points
    elif late.cap_percent is not None:
        assert taken <= Fraction(40) * late.cap_percent / 100


def attempt(number: int) -> Attempt:
    return Attempt(student=ADA, exercise="py-cache", path=Path("x"), number=number)


@given(numbers=st.lists(st.integers(1, 9), unique=True), limit=st.none() | st.integers(1, 9))
def test_the_first_attempts_count(numbers: list[int], limit: int | None) -> None:
    found = [item.number for item in countable([attempt(number) for number in numbers], limit)]
    assert found == sorted(number for number in numbers if limit is None or number <= limit)
    assert limit is None or len(found) <= limit


def test_which_attempt_is_the_result() -> None:
    first, second, third = (
        entry(Fraction(points), DUE, attempt=number)
        for number, points in ((1, 30), (2, 40), (3, 10))
    )
    broken = entry(Fraction(0), DUE, attempt=4, status="error")
    assert counting([third, first, second], "latest") == third
    assert counting([third, first, second, broken], "best") == second
    assert counting([broken], "best") == broken
    assert counting([], "latest") is None
    assert counting([first, entry(Fraction(30), DUE, attempt=5)], "best") != first
