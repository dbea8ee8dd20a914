"""Plain folders: a folder, an archive or a single file for each student.

In a student's folder there may be one for each exercise; without, it is one submission.
"""

from __future__ import annotations

from grader.batch.layouts.desk import Desk, Handing, holds
from grader.batch.layouts.listing import Item, peek
from grader.batch.layouts.people import Sign
from grader.batch.layouts.which import named_exercise, no_such_exercise
from grader.load.rules import MARKER

NESTED = "a folder for each student, and in it one for each exercise"
FLAT = "a folder, an archive or a file for each student"


def fits(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether a student has folders that are called as exercises are."""
    return any(_is_nested(item, desk) for item in items)


def place(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    for item in items:
        if _is_nested(item, desk):
            _place_student(item, desk)
        else:
            _place_flat(item, desk, exercise)
    return NESTED


def place_flat(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    for item in items:
        _place_flat(item, desk, exercise)
    return FLAT


def _is_nested(item: Item, desk: Desk) -> bool:
    """Whether a student's folder has exercises in it, and is not itself the one asked for."""
    if item.kind != "folder" or item.problem:
        return False
    if desk.asked and holds(item.path, desk.exercises[desk.asked].files):
        return False
    return any(_exercise(inner, desk) for inner in peek(item.path))


def _exercise(item: Item, desk: Desk) -> str:
    if item.kind == "other" or item.problem:
        return ""
    return named_exercise(item.title, desk.exercises) or ""


def _place_student(folder: Item, desk: Desk) -> None:
    sign = Sign(key=folder.name)
    for inner in peek(folder.path):
        exercise = _exercise(inner, desk)
        if inner.problem:
            desk.leave(inner.path, inner.problem)
        elif exercise:
            desk.hand_in(inner, Handing(sign=sign, exercise=exercise))
        elif inner.kind == "folder" and (inner.path / MARKER).is_file() and not desk.asked:
            desk.hand_in(inner, Handing(sign=sign))
        else:
            desk.leave(inner.path, no_such_exercise(inner.title, desk.exercises))


def _place_flat(item: Item, desk: Desk, exercise: str) -> None:
    wanted = [key for key, found in desk.exercises.items() if item.name in found.files]
    if item.kind == "file" and wanted:
        desk.leave(
            item.path,
            f"a file of {wanted[0]} that lies in nobody's folder: name the folder above it, "
            "or use `grader grade` for one submission",
        )
    else:
        desk.hand_in(item, Handing(sign=Sign(key=item.title), exercise=exercise))
