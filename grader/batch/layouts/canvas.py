"""Canvas, "Download Submissions": one flat folder with a file for each file handed in.

`<name>[_LATE]_<user id>_<attachment id>_<file name>`; anonymous: `[LATE_]anon_<code>_…`; what
was typed in ends in `_text.html` or `_link.html`. (Canvas's lib/content_zipper.rb, 2024.) The
name is the sortable one, in lower case, word characters only. A file that the student handed in
before under the same name gets a number, `-1`; attachment ids grow with time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from grader.batch.layouts.desk import Desk, Handing
from grader.batch.layouts.listing import Item
from grader.batch.layouts.people import Sign
from grader.batch.layouts.which import Unclear, by_file_name, is_source_of, own_name
from grader.load.archives import is_archive
from grader.model import Exercise

_ID = r"[0-9]{1,20}"
# Lazy: what follows the first two ids is the student's to name, and may look like somebody else's.
_FILE = re.compile(
    rf"(?:(?!LATE_)(?P<name>\w*?)_)?(?P<late>LATE_)?(?P<user>{_ID}|anon_[0-9A-Za-z]{{1,12}})"
    rf"_(?P<file>{_ID})_(?P<called>.+)"
)
_TYPED = re.compile(r"\w+_(?:text|link)\.html")
TITLE = "a download of submissions from Canvas"


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    item: Item
    name: str
    user: str
    late: bool
    order: int
    called: str


def fits(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether most files are named as Canvas names them."""
    files = [item for item in items if item.kind == "file"]
    named = [item for item in files if _FILE.fullmatch(item.name)]
    return bool(named) and 2 * len(named) >= len(files)


def place(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    of_user: dict[str, list[_File]] = defaultdict(list)
    for item in items:
        match = _FILE.fullmatch(item.name)
        if item.problem:
            desk.leave(item.path, item.problem)
        elif match and item.kind == "file":
            found = _file(item, match)
            of_user[found.user].append(found)
        elif _TYPED.fullmatch(item.name):
            desk.leave(item.path, "text or a link typed into Canvas, not a file")
        else:
            desk.leave(item.path, "not named as Canvas names what was handed in")
    for user in sorted(of_user):
        _place_user(sorted(of_user[user], key=lambda file: file.order), desk, exercise)
    return TITLE


def _file(item: Item, match: re.Match[str]) -> _File:
    return _File(
        item=item,
        name=match["name"] or "",
        user=match["user"],
        late=bool(match["late"]),
        order=int(match["file"]),
        called=match["called"],
    )


def _place_user(files: list[_File], desk: Desk, exercise: str) -> None:
    """Files of one student, the oldest first."""
    for key, own in _by_exercise(files, desk, exercise):
        named = [(_name_in(file, own, desk.exercises[key]) if key else "", file) for file in own]
        useful: list[tuple[str, _File]] = []
        for name, file in named:
            if name or is_archive(file.called):
                useful.append((name, file))
            else:
                desk.leave(file.item.path, f"no file that {key} asks for")
        for number, taken in enumerate(_attempts(useful), 1):
            _place_attempt(taken, desk, key, number)


def _by_exercise(
    files: list[_File], desk: Desk, exercise: str
) -> Iterable[tuple[str, list[_File]]]:
    """Files by the exercise that they are for; "" where the submission itself has to tell."""
    named = exercise or desk.asked
    if named:
        return [(named, files)]
    found: dict[str, list[_File]] = defaultdict(list)
    for file in files:
        try:
            key = "" if is_archive(file.called) else by_file_name(file.called, desk.exercises)
        except Unclear as error:
            desk.leave(file.item.path, str(error))
        else:
            found[key].append(file)
    return sorted(found.items())


def _attempts(files: list[tuple[str, _File]]) -> list[dict[str, _File]]:
    """The files of each attempt, by their names in it; an archive is an attempt by itself.

    An attempt ends where a file comes again. What is not handed in again is kept: a later
    attempt is the work as it then stood.
    """
    found: list[dict[str, _File]] = []
    fresh: set[str] = set()
    for name, file in files:
        if is_archive(file.called):
            found.append({"": file})
            fresh = set()
            continue
        if name in fresh or not fresh:
            found.append({key: old for key, old in (found[-1] if found else {}).items() if key})
            fresh = set()
        found[-1][name] = file
        fresh.add(name)
    return found


def _name_in(file: _File, files: list[_File], exercise: Exercise) -> str:
    """A file's name in the submission; a lone source of another name is the exercise's file."""
    name = own_name(file.called, exercise)
    named = {own_name(other.called, exercise) for other in files}
    sources = {
        own_name(other.called, exercise) or other.called
        for other in files
        if is_source_of(other.called, exercise)
    }
    lone = len(exercise.files) == 1 and len(sources) == 1 and exercise.files[0] not in named
    if lone and is_source_of(file.called, exercise):
        return exercise.files[0]
    return name


def _place_attempt(taken: dict[str, _File], desk: Desk, exercise: str, number: int) -> None:
    newest = max(taken.values(), key=lambda file: file.order)
    lasting = not newest.user.startswith("anon_")
    sign = Sign(
        key="" if lasting else newest.user,
        lms_id=newest.user if lasting else "",
        name=newest.name,
    )
    late = any(file.late for file in taken.values())
    handing = Handing(sign=sign, exercise=exercise, number=number, late=late, own_folders=True)
    if "" in taken:
        desk.hand_in(newest.item, handing)
        return
    desk.gather(newest.item.path, {name: file.item.path for name, file in taken.items()}, handing)
