"""Moodle, "Download all submissions": a folder (or, by a setting, a file) for each participant.

`<full name>_<participant id>_assignsubmission_<kind>[_]`, and the files in it; without folders
`…_assignsubmission_file_<file name>`. `kind` is `file`, `onlinetext`, `comments` and so on; a
team has its group's name, blind marking the word "Participant". (Moodle's
mod/assign/classes/downloader.php, 4.x; mod/assign/locallib.php before.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from grader.batch.layouts.desk import Desk, Handing, lone_archive
from grader.batch.layouts.listing import Item
from grader.batch.layouts.people import Sign
from grader.batch.layouts.which import Unclear, by_file_name, own_name, without_copy

# Lazy: what follows the first id is the student's to name, and may look like somebody else's.
_ENTRY = re.compile(
    r"(?P<name>.+?)_(?P<id>[0-9]{1,20})_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<called>.*))?"
)
TITLE = "a download of submissions from Moodle"


def fits(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether something is named as Moodle names it."""
    return any(_ENTRY.fullmatch(item.name) for item in items)


def place(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    flat: dict[tuple[str, str], list[tuple[Item, str]]] = defaultdict(list)
    for item in items:
        match = _ENTRY.fullmatch(item.name)
        if item.problem or match is None:
            desk.leave(item.path, item.problem or "not named as Moodle names what was handed in")
        elif match["kind"] != "file":
            desk.leave(item.path, _typed(match["kind"]))
        elif item.kind == "folder":
            desk.hand_in(item, _handing(match["name"], match["id"], exercise))
        else:
            flat[match["name"], match["id"]].append((item, match["called"] or item.name))
    for (name, number), found in sorted(flat.items()):
        _place_files(found, desk, _handing(name, number, exercise))
    return TITLE


def _handing(name: str, number: str, exercise: str) -> Handing:
    sign = Sign(lms_id=number, name=name, lasting=False)
    return Handing(sign=sign, exercise=exercise, own_folders=True)


def _typed(kind: str) -> str:
    if kind == "onlinetext":
        return "text typed into Moodle, not a file"
    return f"not files: Moodle's plugin {kind}"


def _place_files(found: list[tuple[Item, str]], desk: Desk, handing: Handing) -> None:
    """The files of one participant, where Moodle made no folders."""
    packed = lone_archive([item for item, _ in found])
    if packed or (len(found) == 1 and (handing.exercise or desk.asked)):
        taken = packed or found[0][0]
        desk.hand_in(taken, handing)
        desk.leave_beside(taken, [item for item, _ in found])
        return
    for key, files in _by_exercise(found, desk, handing.exercise).items():
        named: dict[str, Path] = {}
        for item, called in sorted(files, key=lambda file: without_copy(file[1])[1]):
            name = own_name(called, desk.exercises[key])
            if name in named:
                desk.leave(item.path, f"a copy of {desk.shown(named[name])}, which is graded")
            elif name:
                named[name] = item.path
            else:
                desk.leave(item.path, f"no file that {key} asks for")
        if named:
            told = Handing(sign=handing.sign, exercise=key, own_folders=True)
            desk.gather(files[0][0].path, named, told)


def _by_exercise(
    found: list[tuple[Item, str]], desk: Desk, exercise: str
) -> dict[str, list[tuple[Item, str]]]:
    sorted_out: dict[str, list[tuple[Item, str]]] = defaultdict(list)
    for item, called in found:
        try:
            key = exercise or desk.asked or by_file_name(called, desk.exercises)
        except Unclear as error:
            desk.leave(item.path, str(error))
        else:
            sorted_out[key].append((item, called))
    return sorted_out
