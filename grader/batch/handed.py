"""Who handed in what: the units of a batch, before any of them is opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Student:
    """One person. `id` is what the batch calls them, unique in it; all else may be unknown ("").

    `lms_id` is the number that Canvas or Moodle gives a person or a participant, `sis_id` and
    `login` are Canvas's `SIS User ID` and `SIS Login ID`. All of it is text from files: hostile.
    """

    id: str
    name: str = ""
    email: str = ""
    login: str = ""
    sis_id: str = ""
    lms_id: str = ""
    section: str = ""

    @property
    def label(self) -> str:
        """The name, or the id where there is no name."""
        return self.name or self.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """One submission of one student for one exercise: a folder, or an archive, at `path`.

    `number` counts a student's attempts at the exercise from 1, in the order of handing in.
    `when` has a time zone; it is None where the layout does not tell. `late` is set where the
    layout itself marks it so.
    """

    student: Student
    exercise: str
    path: Path
    number: int = 1
    when: datetime | None = None
    late: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Unplaced:
    """Something in the folder that is no attempt of anybody, and why."""

    path: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """What was understood of a folder of submissions.

    `layout` is one sentence for a person. `students` are all that are known, those of the roster
    who handed in nothing included, sorted by id; `attempts` are sorted by exercise, student and
    number.
    """

    layout: str
    students: tuple[Student, ...]
    attempts: tuple[Attempt, ...]
    unplaced: tuple[Unplaced, ...] = ()
