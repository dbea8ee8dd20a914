"""Which exercise a submission is for, and which of its files the exercise asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from grader.errors import GraderError
from grader.load.intake import open_submission
from grader.load.marker import read_marker
from grader.load.names import close_to, display
from grader.load.rules import SUFFIXES, helper_reason
from grader.model import Exercise

_COPY = re.compile(r"(?P<stem>.+?)(?:-(?P<dash>\d{1,3})|[ _]?\((?P<round>\d{1,3})\))")
"""What Canvas (`-1`) and browsers (` (1)`) add to the name of a file that is there already."""


class Unclear(Exception):
    """An exercise that cannot be told; the text says why."""


def named_exercise(name: str, exercises: Mapping[str, Exercise]) -> str | None:
    """The exercise that a folder is called after; case, `_` and blanks for `-` do not matter."""
    plain = re.sub(r"[_\s]+", "-", name.strip().casefold())
    return plain if plain in exercises else None


def exercise_of(path: Path, exercises: Mapping[str, Exercise]) -> str:
    """The exercise of a submission, by its marker or by its files; raises Unclear."""
    if len(exercises) == 1:
        return next(iter(exercises))
    try:
        marked = read_marker(path)
        if marked in exercises:
            return str(marked)
        with open_submission(path) as tree:
            paths = {entry.path for entry in tree.entries if not entry.is_folder}
    except GraderError as error:
        raise Unclear(f"which exercise it is for cannot be told: {error}") from error
    if marked is not None:
        raise Unclear(f"its marker names {marked}, which is no exercise here")
    return _by_files(paths, exercises)


def _by_files(paths: set[str], exercises: Mapping[str, Exercise]) -> str:
    """The only exercise whose files are all at the top, or in one folder there."""
    bases = ["", *sorted({path.split("/")[0] + "/" for path in paths if "/" in path})]
    for tops in (bases[:1], bases[1:]):
        found = [
            name
            for name, item in sorted(exercises.items())
            if any(all(base + file in paths for file in item.files) for base in tops)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            shown = " or ".join(found[:4])
            raise Unclear(f"it could be for {shown}: name the exercise with --exercise")
    raise Unclear("no exercise has files of these names: name the exercise with --exercise")


def by_file_name(name: str, exercises: Mapping[str, Exercise]) -> str:
    """The only exercise that asks for a file called `name`, copies' numbers aside.

    Raises Unclear.
    """
    if len(exercises) == 1:
        return next(iter(exercises))
    for wanted in (name, without_copy(name)[0]):
        found = sorted(key for key, item in exercises.items() if wanted in item.files)
        if len(found) == 1:
            return found[0]
        if found:
            shown = " or ".join(found[:4])
            raise Unclear(f"it could be for {shown}: name the exercise with --exercise")
    raise Unclear("no exercise has a file of that name: name the exercise with --exercise")


def without_copy(name: str) -> tuple[str, int]:
    """A file's name without the number of a copy, and that number: `a-2.py` is `a.py`, 2."""
    stem, dot, suffix = name.rpartition(".")
    match = _COPY.fullmatch(stem) if dot else None
    if match is None:
        return name, 0
    return f"{match['stem']}.{suffix}", int(match["dash"] or match["round"])


def own_name(name: str, exercise: Exercise) -> str:
    """The name under which a handed-in file belongs into a submission; "" when under none.

    A file of the exercise, however an LMS or a browser numbered it, has the exercise's name
    for it; a further source keeps its own.
    """
    plain = without_copy(name)[0]
    for candidate in (name, plain):
        for wanted in exercise.files:
            if candidate.casefold() == wanted.casefold():
                return wanted
    return "" if helper_reason(plain, exercise.language, exercise.files) else plain


def is_source_of(name: str, exercise: Exercise) -> bool:
    """Whether a file is in the exercise's language."""
    return name.endswith(SUFFIXES[exercise.language])


def no_such_exercise(name: str, exercises: Mapping[str, Exercise]) -> str:
    """Why a folder called `name` belongs to no exercise."""
    meant = close_to(name, exercises)
    hint = f"; did you mean {meant}?" if meant else ""
    return f"no exercise is called {display(name, 60)}{hint}"
