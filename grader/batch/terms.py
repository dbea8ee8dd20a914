"""What a course says about its exercises: plain data, read from `course.toml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal

from grader.batch.handed import Student

Count = Literal["latest", "best"]
"""Which of the attempts that count is the result."""
Unit = Literal["day", "hour"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Late:
    """What lateness costs: `percent` of the maximum for each `per` that has begun since the due
    time.

    Nothing within `grace_minutes`; never more than `cap_percent` of the maximum. What comes more
    than `cutoff_days` (of 24 hours) after the due time earns nothing. None: no such bound.
    """

    percent: Fraction = Fraction(0)
    per: Unit = "day"
    grace_minutes: int = 0
    cap_percent: Fraction | None = None
    cutoff_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The terms of one exercise.

    `title` and `column` are what people and the LMS call it, "" where the course does not say;
    `due` has a time zone. `points` is what the exercise is worth in the course, where that
    differs from its rubric's points. Only the first `attempts` count; None: all.
    """

    exercise: str = ""
    title: str = ""
    column: str = ""
    due: datetime | None = None
    points: Fraction | None = None
    attempts: int | None = None
    count: Count = "latest"
    late: Late = Late()


@dataclass(frozen=True, kw_only=True, slots=True)
class Extension:
    """More time for one student, named by id, login or email; `exercise` "" is all of them.

    Either `due`, or `days` after the time for everybody, at the same time of day.
    """

    student: str
    exercise: str = ""
    due: datetime | None = None
    days: int = 0
    because: str = ""

    def is_for(self, student: Student) -> bool:
        """Whether it is this student's."""
        return bool(self.student) and self.student in (student.id, student.login, student.email)


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A course. `usual` are the terms of exercises that it does not list."""

    name: str
    timezone: str
    usual: Terms = Terms()
    terms: tuple[Terms, ...] = ()
    extensions: tuple[Extension, ...] = ()

    def of(self, exercise: str) -> Terms:
        """The terms of an exercise."""
        listed = (item for item in self.terms if item.exercise == exercise)
        return next(listed, replace(self.usual, exercise=exercise))

    def extension(self, student: Student, exercise: str) -> Extension | None:
        """The student's extension: one for this exercise comes before one for all."""
        own = [item for item in self.extensions if item.is_for(student)]
        for name in (exercise, ""):
            for item in own:
                if item.exercise == name:
                    return item
        return None

    def due(self, student: Student, exercise: str) -> datetime | None:
        """When this student has to hand in; None where there is no such time."""
        due = self.of(exercise).due
        extension = self.extension(student, exercise)
        if extension is None:
            return due
        if extension.due is not None:
            return extension.due
        return later(due, extension.days) if due else None


def later(moment: datetime, days: int) -> datetime:
    """The same time of day, `days` later; summer time does not move it."""
    return moment + timedelta(days=days)
