"""A submission as a folder on disk that somebody may change while it is read.

Everything is opened by name relative to the descriptor of the folder it is in, without
following links, and judged by what the open descriptor is: what was seen is what is read.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, suppress
from itertools import islice

from grader.load.names import display
from grader.load.rules import folder_reason, name_reason
from grader.load.trees import MAX_ENTRIES, MAX_FILE_BYTES, Entry, Irregular, Refused, too_big
from grader.model import Ignored

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
_KINDS = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FolderTree:
    """The tree below an open folder. Listing happens once, at once."""

    def __init__(self, root: int) -> None:
        """List what is below the folder that descriptor `root` is open on."""
        self._root = root
        self._entries: list[Entry] = []
        self._ignored: list[Ignored] = []
        self._budget = MAX_ENTRIES
        if not self._list(root, ()):
            raise Refused(f"holds more than {MAX_ENTRIES:,} files: hand in only those asked for")
        self.entries = tuple(sorted(self._entries, key=lambda entry: entry.path))
        self.ignored = tuple(self._ignored)

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path`; raises Irregular."""
        *folders, name = path.split("/")
        with ExitStack() as stack:
            here = self._root
            for folder in folders:
                here = _open(folder, here, os.O_DIRECTORY)
                stack.callback(os.close, here)
            descriptor = _open(name, here)
            stack.callback(os.close, descriptor)
            return read_descriptor(descriptor)

    def _list(self, descriptor: int, parts: tuple[str, ...]) -> bool:
        """Note what a folder holds; False when it holds more than may be looked at.

        Names are sorted, and a folder counts in full or not at all: the outcome never
        depends on the order in which a file system gives names.
        """
        with os.scandir(descriptor) as entries:
            names = sorted(entry.name for entry in islice(entries, self._budget + 1))
        if len(names) > self._budget:
            return False
        self._budget -= len(names)
        for name in names:
            self._note(descriptor, (*parts, name))
        return True

    def _note(self, parent: int, parts: tuple[str, ...]) -> None:
        name, path = parts[-1], "/".join(parts)
        reason = name_reason(name)
        if reason:
            self._ignore(path, reason)
            return
        try:
            status = os.stat(name, dir_fd=parent, follow_symlinks=False)
        except OSError as error:
            self._entries.append(Entry(path=path, problem=_explain(error)))
            return
        if stat.S_ISDIR(status.st_mode):
            self._note_folder(parent, parts)
        else:
            self._entries.append(Entry(path=path, problem=_irregular(status)))

    def _note_folder(self, parent: int, parts: tuple[str, ...]) -> None:
        path = "/".join(parts)
        self._entries.append(Entry(path=path, is_folder=True, problem="a folder, not a file"))
        reason = folder_reason(parts)
        if not reason:
            try:
                descriptor = _open(parts[-1], parent, os.O_DIRECTORY)
            except Irregular as error:
                reason = str(error)
            else:
                with ExitStack() as stack:
                    stack.callback(os.close, descriptor)
                    if not self._list(descriptor, parts):
                        reason = f"with it there are more than {MAX_ENTRIES:,} files to look at"
        if reason:
            self._ignore(f"{path}/", reason)

    def _ignore(self, path: str, reason: str) -> None:
        self._ignored.append(Ignored(path=display(path), reason=reason))


def read_descriptor(descriptor: int, limit: int = MAX_FILE_BYTES) -> bytes:
    """All bytes of an open regular file of at most `limit` bytes; raises Irregular."""
    before = os.fstat(descriptor)
    problem = _irregular(before, limit)
    if problem:
        raise Irregular(problem)
    chunks: list[bytes] = []
    room = limit + 1
    try:
        while room and (chunk := os.read(descriptor, room)):
            chunks.append(chunk)
            room -= len(chunk)
    except OSError as error:
        raise Irregular(_explain(error)) from error
    content = b"".join(chunks)
    if len(content) != before.st_size or _version(os.fstat(descriptor)) != _version(before):
        raise Irregular("being changed while it is read")
    return content


def _open(name: str, parent: int | None, flags: int = 0) -> int:
    try:
        return os.open(name, _OPEN | flags, dir_fd=parent)
    except OSError as error:
        if error.errno == errno.ENOTDIR and parent is not None:
            with suppress(OSError):  # O_DIRECTORY hides that the name is a link by now
                status = os.stat(name, dir_fd=parent, follow_symlinks=False)
                raise Irregular(_irregular(status) or "a file, not a folder") from error
        raise Irregular(_explain(error)) from error


def _irregular(status: os.stat_result, limit: int = MAX_FILE_BYTES) -> str:
    """Why a file of this status is not read; empty for an ordinary small file."""
    for is_kind, words in _KINDS:
        if is_kind(status.st_mode):
            return words
    if stat.S_ISDIR(status.st_mode):
        return "a folder, not a file"
    if not stat.S_ISREG(status.st_mode):
        return "not an ordinary file"
    if status.st_nlink > 1:
        return "a hard link: the same file has another name as well"
    return too_big(status.st_size, limit)


def _version(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _explain(error: OSError) -> str:
    words = {
        errno.ELOOP: "a symbolic link",
        errno.ENXIO: "a socket or a device",
        errno.EACCES: "not readable: permission denied",
        errno.EPERM: "not readable: permission denied",
        errno.ENOENT: "gone by the time it is read",
        errno.ENAMETOOLONG: "at a path that is too long",
    }
    return words.get(error.errno or 0, f"not readable: {error.strerror}")
