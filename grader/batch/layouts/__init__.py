"""What people really have on disk at the end of a deadline, understood as attempts of students.

`discover` looks at a folder (or the zip that an LMS offers) and chooses the first layout that
fits: those with names that only one program gives come first, plain folders last. Whatever
cannot be placed is listed with a reason; nothing is dropped and nothing makes it stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.batch.handed import Placement, Student
from grader.batch.layouts import by_student, canvas, github, gradescope, moodle
from grader.batch.layouts.classzip import unpack_class
from grader.batch.layouts.desk import Desk, attempt_number
from grader.batch.layouts.keep import Shelf
from grader.batch.layouts.listing import Item, Unlisted, look, peek
from grader.batch.layouts.people import People
from grader.batch.layouts.which import named_exercise, no_such_exercise
from grader.errors import UsageError
from grader.load.archives import without_suffix
from grader.load.names import did_you_mean, display
from grader.load.rules import MARKER
from grader.model import Exercise

__all__ = ["discover"]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Layout:
    """`fits` weighs the evidence; `place` gives everything to the desk and names the layout."""

    fits: Callable[[tuple[Item, ...], Desk], bool]
    place: Callable[[tuple[Item, ...], Desk, str], str]


_SYSTEMS = tuple(
    _Layout(fits=system.fits, place=system.place) for system in (gradescope, moodle, canvas, github)
)
_WRAPPER = re.compile(r"assignment_\d+_export|.*submissions?", re.IGNORECASE)
BY_EXERCISE = "a folder for each exercise"


def discover(
    folder: Path,
    exercises: Mapping[str, Exercise],
    *,
    roster: tuple[Student, ...] = (),
    exercise: str | None = None,
    unpack: Path | None,
) -> Placement:
    """Say who handed in what below `folder`, which may also be the zip of a class.

    `exercises` are those that may be meant, by id; with `exercise` only that one is graded,
    whatever a marker says. With a `roster`, only its students are known. `unpack` is a folder of
    ours for what has to be copied: a class zip, single files. It is kept; a second call with the
    same `folder` finds its copies. Raises UsageError when `folder` cannot be looked into at all,
    and GraderError when nothing can be written below `unpack`.
    """
    if exercise is not None and exercise not in exercises:
        hint = did_you_mean(exercise, exercises) or "; `grader list` shows them all"
        raise UsageError(f"no exercise called {display(exercise, 80)}{hint}")
    shelf = Shelf(unpack.resolve()) if unpack is not None else None
    root = folder.resolve()
    people = People(roster)
    desk = Desk(root, exercises, people=people, asked=exercise, shelf=shelf)
    if root.is_file():
        root = _unpacked(root, desk, "")
    try:
        items = look(root)
    except Unlisted as error:
        raise UsageError(f"{display(str(folder))}: {error}") from error
    if not items:
        raise UsageError(f"{display(str(folder))} is empty: name the folder with the submissions")
    named = "" if exercise else named_exercise(without_suffix(folder.resolve().name), exercises)
    words = _place(items, desk, named or "")
    hint = _hint(items) if words == by_student.FLAT else ""
    return desk.placement(_sentence(words, folder, exercise, named) + hint)


def _place(items: tuple[Item, ...], desk: Desk, exercise: str, depth: int = 0) -> str:
    """Place these items with the first layout that fits; the words for it."""
    items = _without_marker(items, desk)
    for layout in _SYSTEMS:
        if layout.fits(items, desk):
            return layout.place(items, desk, exercise)
    if not exercise and _by_exercise(items, desk):
        return _place_exercises(items, desk)
    inner = _wrapped(items, desk) if depth < 2 else ()
    if inner:
        return f"{_place(inner, desk, exercise, depth + 1)}, in {display(items[0].name, 60)}/"
    if not exercise and by_student.fits(items, desk):
        return by_student.place(items, desk, exercise)
    return by_student.place_flat(items, desk, exercise)


def _without_marker(items: tuple[Item, ...], desk: Desk) -> tuple[Item, ...]:
    """A marker beside the students' folders says nothing that may be trusted."""
    for item in items:
        if item.name == MARKER:
            desk.leave(item.path, "a marker outside of a submission: use --exercise")
    return tuple(item for item in items if item.name != MARKER)


def _by_exercise(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether at least half of the folders and archives are called as exercises are."""
    units = [item for item in items if item.kind == "folder" or item.is_archive]
    named = [item for item in units if named_exercise(item.title, desk.exercises)]
    return bool(named) and 2 * len(named) >= len(units)


def _place_exercises(items: tuple[Item, ...], desk: Desk) -> str:
    """Each exercise's folder (or class zip) has a layout of its own."""
    words: list[str] = []
    for item in items:
        exercise = named_exercise(item.title, desk.exercises)
        if item.problem or exercise is None or not (item.kind == "folder" or item.is_archive):
            reason = item.problem or no_such_exercise(item.title, desk.exercises)
            desk.leave(item.path, reason)
            continue
        if desk.asked not in (None, exercise):
            desk.leave(item.path, f"not looked at: only {desk.asked} is graded")
            continue
        try:
            folder = item.path if item.kind == "folder" else _unpacked(item.path, desk, item.name)
            words.append(_place(look(folder), desk, exercise, depth=1))
        except (UsageError, Unlisted) as error:
            desk.leave(item.path, str(error))
    inside = "; ".join(dict.fromkeys(words)) or "nothing"
    return f"{BY_EXERCISE}, and in it {inside}"


def _wrapped(items: tuple[Item, ...], desk: Desk) -> tuple[Item, ...]:
    """What is in the only folder, where that is a mere wrapper: of a zip, or by its name.

    Elsewhere it may be the work of the only student, who could pose as a whole class in it.
    """
    if len(items) != 1 or items[0].kind != "folder" or items[0].problem:
        return ()
    named = _WRAPPER.fullmatch(items[0].name)
    if not (named or desk.is_unpacked(items[0].path)) or desk.people.knows(items[0].name):
        return ()
    inner = peek(items[0].path)
    if any(layout.fits(inner, desk) for layout in _SYSTEMS):
        return inner
    if any(desk.people.knows(item.title) for item in inner):
        return inner
    if any(named_exercise(item.title, desk.exercises) for item in inner):
        return ()
    whole = all(item.kind == "folder" or item.is_archive for item in inner)
    nested = any(by_student.fits((item,), desk) for item in inner)
    numbered = all(map(attempt_number, inner))
    return inner if nested or (len(inner) > 1 and whole and not numbered) else ()


def _hint(items: tuple[Item, ...]) -> str:
    """What to do where the only student may be a whole class."""
    if len(items) != 1 or items[0].kind != "folder":
        return ""
    folders = [item for item in peek(items[0].path) if item.kind == "folder"]
    name = display(items[0].name, 60)
    return f" If {name} is a whole class, name that folder." if len(folders) > 1 else ""


def _unpacked(archive: Path, desk: Desk, name: str) -> Path:
    """The folder that a class zip was unpacked to; raises UsageError."""
    shown = display(str(archive))
    if not archive.name.lower().endswith(".zip"):
        raise UsageError(f"{shown} is neither a folder nor a zip: unpack it and name the folder")
    if desk.shelf is None:
        raise UsageError(f"{shown} is a zip: unpack it and name the folder")
    unpacked = unpack_class(archive, desk.shelf)
    desk.call(unpacked.folder, name)
    desk.leave_listed(unpacked.unplaced, name)
    return unpacked.folder


def _sentence(words: str, folder: Path, asked: str | None, named: str | None) -> str:
    kind = "The zip" if folder.is_file() else "The folder"
    about = f" All of it is for {named}, as its name says." if named else ""
    about = f" Only {asked} is graded." if asked else about
    return f"{kind} {display(folder.name or str(folder), 80)} is read as {words}.{about}"
