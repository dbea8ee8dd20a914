"""What lies in a folder of a class: names and kinds, no link followed, nothing opened."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from grader.load.archives import is_archive, without_suffix
from grader.load.rules import SUFFIXES

MAX_ITEMS = 50_000
"""More names in one folder than any class hands in."""

Kind = Literal["folder", "file", "other"]
SOURCES = tuple(dict.fromkeys(suffix for found in SUFFIXES.values() for suffix in found))
_JUNK = frozenset({".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".Trashes", ".gitkeep"})
_FOLDER = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC


class Unlisted(Exception):
    """A folder that cannot be looked into; the text says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One name in a folder. `problem` says why it can be nobody's submission: it is a link, say."""

    path: Path
    kind: Kind
    problem: str = ""

    @property
    def name(self) -> str:
        """The name as the file system has it: hostile text."""
        return self.path.name

    @property
    def is_archive(self) -> bool:
        """Whether it is a file that is read as an archive."""
        return self.kind == "file" and is_archive(self.name)

    @property
    def is_source(self) -> bool:
        """Whether it is a file in a language that exercises are written in."""
        return self.kind == "file" and self.name.endswith(SOURCES)

    @property
    def title(self) -> str:
        """The name without what only says that it is an archive or a source file."""
        if self.is_archive:
            return without_suffix(self.name)
        return self.path.stem if self.is_source else self.name


def look(folder: Path) -> tuple[Item, ...]:
    """What `folder` holds, by name, without the litter of operating systems; raises Unlisted."""
    try:
        descriptor = os.open(folder, _FOLDER)
    except OSError as error:
        raise Unlisted(f"it cannot be looked into: {error.strerror}") from error
    try:
        with os.scandir(descriptor) as entries:
            names = [entry.name for entry in islice(entries, MAX_ITEMS + 1)]
        if len(names) > MAX_ITEMS:
            raise Unlisted(f"it holds more than {MAX_ITEMS:,} names")
        return tuple(_item(folder, name, descriptor) for name in sorted(names) if not junk(name))
    except OSError as error:
        raise Unlisted(f"it cannot be looked into: {error.strerror}") from error
    finally:
        os.close(descriptor)


def peek(folder: Path) -> tuple[Item, ...]:
    """The same; nothing where the folder cannot be looked into."""
    try:
        return look(folder)
    except Unlisted:
        return ()


def junk(name: str) -> bool:
    """Whether a name is litter that systems leave behind, which nobody hands in."""
    return name in _JUNK or name.startswith("._")


def _item(folder: Path, name: str, parent: int) -> Item:
    path = folder / name
    try:
        mode = os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode
    except OSError as error:
        return Item(path=path, kind="other", problem=f"it cannot be read: {error.strerror}")
    problem = _problem(name, mode)
    if stat.S_ISDIR(mode):
        return Item(path=path, kind="folder", problem=problem)
    return Item(path=path, kind="file" if stat.S_ISREG(mode) else "other", problem=problem)


def _problem(name: str, mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link: put the folder or file itself there"
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        return "neither a folder nor an ordinary file"
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not valid UTF-8"
    if not name.isprintable():
        return "its name has characters that cannot be printed"
    return "its name begins with a dot" if name.startswith(".") else ""
