"""Taking in a submission: a hostile folder or archive becomes frozen bytes.

Nothing of it is imported, parsed or written anywhere. What is not taken is listed with
its reason; what makes grading impossible is one line for the learner.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import SubmissionRejected, UsageError
from grader.load.archives import MAX_ARCHIVE_BYTES, is_archive, read_archive, without_suffix
from grader.load.digests import digest_of
from grader.load.folders import FolderTree, read_descriptor
from grader.load.names import display
from grader.load.selection import MAX_HELPERS, bounded, select, unusable
from grader.load.trees import MAX_TOTAL_BYTES, Irregular, Refused, Tree
from grader.model import Exercise, Ignored, SourceFile, Submission

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY


def take_in(folder: Path, exercise: Exercise) -> Submission:
    """Freeze the submission in `folder`, which may also be a .zip or a .tar archive.

    Takes `exercise.files` and at most MAX_HELPERS further sources of the same language,
    each of at most 256 KiB and 1 MiB together. Raises UsageError when there is no such
    folder, and SubmissionRejected, with one line, when it cannot be graded.
    """
    place = display(str(folder))
    with open_submission(folder) as tree:
        selection = select(tree, exercise, place)
        files: list[SourceFile] = []
        ignored = list(selection.ignored)
        for name in selection.wanted:
            files.append(_read_wanted(tree, selection.base, name, place))
        if sum(len(file.content) for file in files) > MAX_TOTAL_BYTES:
            names = ", ".join(selection.wanted)
            raise SubmissionRejected(f"{names} in {place} are larger than 1 MiB together")
        room = MAX_TOTAL_BYTES - sum(len(file.content) for file in files)
        helpers, left_out = _read_helpers(tree, selection.base, selection.helpers, room)
    return submission(
        folder,
        files=[*files, *helpers],
        ignored=bounded(ignored + left_out, selection.base, exercise),
    )


def submission(
    folder: Path, *, files: list[SourceFile] | None = None, ignored: tuple[Ignored, ...] = ()
) -> Submission:
    """A submission called after `folder`; without files it stands for a rejected one."""
    found = tuple(sorted(files or (), key=lambda file: file.path))
    return Submission(
        name=_name(folder),
        files=found,
        ignored=ignored,
        digest=digest_of((file.path, file.content) for file in found),
    )


@contextmanager
def open_submission(path: Path) -> Iterator[Tree]:
    """The files below `path`, a folder or an archive; raises UsageError, SubmissionRejected."""
    place = display(str(path))
    descriptor = _open(path, place)
    try:
        yield _tree(descriptor, path.name, place)
    finally:
        os.close(descriptor)


def _tree(descriptor: int, name: str, place: str) -> Tree:
    try:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            return FolderTree(descriptor)
        if not is_archive(name):
            raise UsageError(f"{place} is not a folder: name the folder (or .zip) that you hand in")
        return read_archive(name, read_descriptor(descriptor, MAX_ARCHIVE_BYTES))
    except Refused as error:
        raise SubmissionRejected(f"{place} {error}") from error
    except Irregular as error:
        raise SubmissionRejected(f"{place} is {error}") from error
    except OSError as error:
        raise SubmissionRejected(f"{place} cannot be read: {error.strerror}") from error


def _open(path: Path, place: str) -> int:
    try:
        return os.open(path, _OPEN)
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise UsageError(f"{place} does not exist: name the folder to grade") from error
        if error.errno == errno.ELOOP:
            reason = f"{place} is a symbolic link: name the folder itself"
        else:
            reason = f"{place} cannot be opened: {error.strerror}"
        raise SubmissionRejected(reason) from error


def _read_wanted(tree: Tree, base: str, name: str, place: str) -> SourceFile:
    try:
        return SourceFile(path=name, content=tree.read(base + name))
    except Irregular as error:
        raise SubmissionRejected(unusable(name, str(error), place)) from error


def _read_helpers(
    tree: Tree, base: str, names: tuple[str, ...], room: int
) -> tuple[list[SourceFile], list[Ignored]]:
    """Read extra sources in path order while they fit in number and in `room` bytes."""
    files: list[SourceFile] = []
    ignored: list[Ignored] = []
    for name in names:
        try:
            if len(files) >= MAX_HELPERS:
                raise Irregular(f"only {MAX_HELPERS} extra files are taken")
            content = tree.read(base + name)
            if len(content) > room:
                raise Irregular("all files together would be larger than 1 MiB")
        except Irregular as error:
            ignored.append(Ignored(path=display(base + name), reason=str(error)))
        else:
            room -= len(content)
            files.append(SourceFile(path=name, content=content))
    return files, ignored


def _name(folder: Path) -> str:
    name = Path(os.path.abspath(folder)).name
    return display(without_suffix(name), 100) or "submission"
