"""Results and attempts made up, for a store that nobody graded for."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from grader.batch.book import Assignment
from grader.batch.handed import Attempt, Placement, Student
from grader.batch.publish import SLOT
from grader.batch.store import Store
from grader.batch.work import Mark, Result
from grader.model import GradeStatus


def result(key: str, points: int | None = 60, size: int = 100) -> Result:
    """A result of two documents of about `size` bytes that do not compress."""
    status: GradeStatus = "graded" if points is not None else "incomplete"
    noise = "".join(f"{hash((key, index)):x}" for index in range(size // 16 + 1)).encode()
    return Result(
        key=key,
        status=status,
        points="" if points is None else str(points),
        marks=(Mark(criterion="one", status="passed", points=str(points or 0)),),
        report=b'{"noise": "' + noise + b'"}',
        page=SLOT + noise,
        rung="landlock",
        seconds=1.0,
    )


def placement(students: int, exercise: str = "tiny") -> Placement:
    """So many students, one attempt each: `s0`, `s1`, …"""
    people = tuple(Student(id=f"s{index}") for index in range(students))
    return Placement(
        layout="made up",
        students=people,
        attempts=tuple(
            Attempt(student=each, exercise=exercise, path=Path("/nowhere", each.id))
            for each in people
        ),
    )


def place(store: Store, students: int) -> None:
    """Note `placement(students)` in a store."""
    assignment = Assignment(
        exercise="tiny", title="Tiny", language="python", max_points=Fraction(100)
    )
    store.place(placement(students), {"tiny": (assignment, "task")})
