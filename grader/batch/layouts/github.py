"""GitHub Classroom: clones called `<assignment>-<login>`, each with its `.git`.

`gh classroom clone student-repos` puts them into `<assignment>-submissions`. Both parts may hold
hyphens, so the assignment is told by an exercise's name, by that folder, by the roster's logins,
or by what all clones have in common. Git itself is never run: a clone's configuration is the
student's.
"""

from __future__ import annotations

import os

from grader.batch.layouts.desk import Desk, Handing
from grader.batch.layouts.listing import Item
from grader.batch.layouts.people import Sign
from grader.load.names import display

TITLE = "repositories of GitHub Classroom"
_SUFFIX = "-submissions"


def fits(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether the folders are clones, nearly all, and some name tells assignment and login."""
    folders = [item for item in items if item.kind == "folder" and not item.problem]
    clones = [item for item in folders if _is_clone(item)]
    if 10 * len(clones) < 9 * len(folders):
        return False
    common = _common([item for item in clones if not _exercise_in(item.name, desk)])
    return any(_exercise_in(item.name, desk) or _login(item.name, common, desk) for item in clones)


def place(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    clones = [item for item in items if _is_clone(item) and not item.problem]
    for item in items:
        if item not in clones:
            desk.leave(item.path, item.problem or "not a clone of a repository")
    rest = [item for item in clones if not _exercise_in(item.name, desk)]
    common = _common(rest)
    for item in clones:
        found = _exercise_in(item.name, desk)
        login = item.name[len(found) + 1 :] if found else _login(item.name, common, desk)
        if not login:
            desk.leave(item.path, "whose it is cannot be told from its name: give a roster")
            continue
        named = exercise or found
        desk.hand_in(item, Handing(sign=Sign(login=login), exercise=named, own_folders=True))
    return f"{TITLE}, {display(common, 60)}-<login>" if common else TITLE


def _is_clone(item: Item) -> bool:
    return item.kind == "folder" and "-" in item.name and os.path.lexists(item.path / ".git")


def _exercise_in(name: str, desk: Desk) -> str:
    """The exercise that the name begins with; the longest, where several do."""
    found = [key for key in desk.exercises if name.casefold().startswith(f"{key}-")]
    return max(found, key=len, default="")


def _login(name: str, common: str, desk: Desk) -> str:
    for login in desk.people.logins():
        if name.casefold().endswith(f"-{login.casefold()}"):
            return login
    return name[len(common) + 1 :] if common and name.startswith(f"{common}-") else ""


def _common(clones: list[Item]) -> str:
    """The assignment: what all names begin with, up to a hyphen; "" when there is none."""
    if not clones:
        return ""
    parent = clones[0].path.parent.name
    assignment = parent.removesuffix(_SUFFIX)
    names = [item.name for item in clones]
    if parent.endswith(_SUFFIX) and all(name.startswith(f"{assignment}-") for name in names):
        return assignment
    if len(names) < 2:
        return ""
    first, last = min(names), max(names)
    same = next((at for at in range(len(first)) if first[at] != last[at : at + 1]), len(first))
    return first[:same].rpartition("-")[0]
