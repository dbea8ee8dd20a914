"""Which files of a submission are graded. Decided on names alone, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from grader.errors import SubmissionRejected
from grader.load.archives import is_archive
from grader.load.names import close_to, display
from grader.load.rules import MARKER, SUFFIXES, helper_reason
from grader.load.trees import MAX_FILE_BYTES, Entry, Tree
from grader.model import Exercise, Ignored

MAX_HELPERS = 20
MAX_IGNORED = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Paths within the submission. `base` is a folder with its `/`, or empty for the top.

    `wanted` and `helpers` are relative to `base`; `helpers` is not yet cut to MAX_HELPERS.
    """

    base: str
    wanted: tuple[str, ...]
    helpers: tuple[str, ...]
    ignored: tuple[Ignored, ...]


def select(tree: Tree, exercise: Exercise, place: str) -> Selection:
    """Find the exercise's files in `tree`; `place` names the submission in messages.

    Learners often pack a folder that holds the files. So, when none of the declared names
    is at the top and exactly one folder there holds them all, that folder is graded, and
    the first ignored entry says so. Raises SubmissionRejected.
    """
    base = _find_base(tree, exercise, place)
    entries = {
        entry.path.removeprefix(base): entry
        for entry in tree.entries
        if entry.path.startswith(base)
    }
    for name in exercise.files:
        if name not in entries:
            raise SubmissionRejected(_missing(name, tree, place))
        if entries[name].problem:
            raise SubmissionRejected(unusable(name, entries[name].problem, place))
    helpers: list[str] = []
    ignored = list(tree.ignored)
    for entry in tree.entries:
        path = entry.path.removeprefix(base)
        if entry.is_folder or (path in exercise.files and entry.path.startswith(base)):
            continue
        reason = _left_out(entry, base, exercise)
        if reason:
            ignored.append(Ignored(path=display(entry.path), reason=reason))
        elif path != MARKER:
            helpers.append(path)
    return Selection(
        base=base, wanted=exercise.files, helpers=tuple(helpers), ignored=tuple(ignored)
    )


def unusable(name: str, problem: str, place: str) -> str:
    """The message for a declared file that is there and cannot be taken."""
    return (
        f"{name} in {place} is {problem}; hand in a plain, readable file of that name, "
        f"{MAX_FILE_BYTES // 1024} KiB at most"
    )


def bounded(ignored: list[Ignored], base: str, exercise: Exercise) -> tuple[Ignored, ...]:
    """The entries worth showing: sources first, MAX_IGNORED at most, and how many more."""
    suffixes = SUFFIXES[exercise.language]
    ordered = sorted(ignored, key=lambda item: (not item.path.endswith(suffixes), item.path))
    shown = ordered[:MAX_IGNORED]
    if len(ordered) > MAX_IGNORED:
        more = len(ordered) - MAX_IGNORED
        shown.append(Ignored(path="…", reason=f"{more} more files were left out"))
    if base:
        reason = f"the files to grade were found one folder down: only {display(base)} was graded"
        shown.insert(0, Ignored(path=".", reason=reason))
    return tuple(shown)


def _find_base(tree: Tree, exercise: Exercise, place: str) -> str:
    paths = {entry.path for entry in tree.entries}
    if paths.intersection(exercise.files):
        return ""
    bases = sorted(
        f"{entry.path}/"
        for entry in tree.entries
        if entry.is_folder
        and "/" not in entry.path
        and all(f"{entry.path}/{name}" in paths for name in exercise.files)
    )
    if len(bases) > 1:
        shown = ", ".join(map(display, bases[:4]))
        raise SubmissionRejected(
            f"{exercise.files[0]} is in more than one folder of {place} ({shown}): hand in one"
        )
    return bases[0] if bases else ""


def _left_out(entry: Entry, base: str, exercise: Exercise) -> str:
    if not entry.path.startswith(base):
        return f"not in {display(base)}"
    path = entry.path.removeprefix(base)
    if path == MARKER:
        return ""
    reason = helper_reason(path, exercise.language, exercise.files)
    if not reason and path in {name for item in exercise.programs for name in item.sources}:
        reason = "the grader has a file of that name"
    return reason or entry.problem


def _missing(name: str, tree: Tree, place: str) -> str:
    """One line: what was looked for, what was seen, and what to do."""
    files = [entry.path for entry in tree.entries if not entry.is_folder and entry.path != MARKER]
    if not tree.entries and not tree.ignored:
        return f"{place} is empty: put {name} into it"
    start = f"no {name} in {place}"
    for path in files:
        if PurePosixPath(path).name == PurePosixPath(name).name:
            folder = PurePosixPath(path).parent
            return f"{start}; found {display(path)}: hand in the folder {display(str(folder))}"
    similar = close_to(name, files, likeness=0.75)
    if similar:
        return f"{start}; found {display(similar)}: rename it to {name}"
    packed = next((path for path in files if is_archive(path)), None)
    if packed:
        return f"{start}; found {display(packed)}: unpack it, or hand in that file itself"
    if not files and tree.ignored:
        left_out = tree.ignored[0]
        return f"{start}; left out {left_out.path} ({left_out.reason}): put the repaired file there"
    if not files:
        return f"{start}: put the repaired file there"
    more = f" and {len(files) - 4} more" if len(files) > 4 else ""
    found = ", ".join(map(display, files[:4]))
    return f"{start}; found {found}{more}: put the repaired file there"
