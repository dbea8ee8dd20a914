"""What an export may be told: which part of the book, and files that an LMS gave."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader.batch.book import Assignment, Gradebook
from grader.errors import UsageError
from grader.load.names import did_you_mean, display


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """`exercise` and `student` are ids and narrow the book; "" is all of them.

    `column` is the Canvas assignment to fill, where it is not called as the exercise.
    `worksheet` is a grading worksheet downloaded from Moodle, `gradebook` a gradebook downloaded
    from Canvas, both as bytes.
    """

    exercise: str = ""
    student: str = ""
    column: str = ""
    worksheet: bytes | None = None
    gradebook: bytes | None = None


def narrowed(book: Gradebook, options: Options) -> Gradebook:
    """The part of `book` that `options` ask for. UsageError when there is no such part."""
    assignments, students = book.assignments, book.students
    if options.exercise:
        known = [item.exercise for item in assignments]
        assignments = tuple(item for item in assignments if item.exercise == options.exercise)
        _need(bool(assignments), "exercise", options.exercise, known)
    if options.student:
        names = [item.id for item in students]
        students = tuple(item for item in students if item.id == options.student)
        _need(bool(students), "student", options.student, names)
    exercises = {item.exercise for item in assignments}
    ids = {item.id for item in students}
    entries = tuple(
        entry
        for entry in book.entries
        if entry.assignment.exercise in exercises and entry.student.id in ids
    )
    return replace(book, assignments=assignments, students=students, entries=entries)


def only_assignment(book: Gradebook, format: str) -> Assignment:
    """The one exercise of `book`. UsageError when there are several, or none."""
    if len(book.assignments) == 1:
        return book.assignments[0]
    if not book.assignments:
        raise UsageError(f"{format}: the batch has no exercise")
    some = ", ".join(item.exercise for item in book.assignments[:8])
    raise UsageError(
        f"{format} takes one exercise at a time and the batch has {len(book.assignments)}: "
        f"name one with --exercise ({display(some)})"
    )


def _need(found: bool, what: str, wanted: str, known: list[str]) -> None:
    """UsageError with a suggestion unless `found`."""
    if not found:
        hint = did_you_mean(wanted, known) or f"; it has {display(', '.join(known[:8])) or 'none'}"
        raise UsageError(f"the batch has no {what} {display(wanted)!r}{hint}")
