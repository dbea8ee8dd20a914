"""The zip of a whole class, unpacked with the rules of a submission and limits of its own.

One submission is read in memory; a class is streamed to disk, file by file. Every name, kind
and size that the archive states is a claim: nothing is written outside the folder, no link is
made, no mode is taken over.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from grader.batch.handed import Unplaced
from grader.batch.layouts.keep import Shelf
from grader.batch.layouts.listing import junk
from grader.errors import UsageError
from grader.load.archives import MAX_ARCHIVE_BYTES
from grader.load.names import display

MAX_MEMBERS = 100_000
MAX_BYTES = 2 * 1024**3
MAX_MEMBER_BYTES = MAX_ARCHIVE_BYTES
MAX_DEPTH = 16
MAX_NAME_BYTES = 240
MAX_PATH_BYTES = 1_000
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1 | 0x40
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
           NotImplementedError, OverflowError)  # fmt: skip
_Parts = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unpacked:
    """The folder with a class zip's content, and what was not taken out of it."""

    folder: Path
    unplaced: tuple[Unplaced, ...]


def unpack_class(archive: Path, shelf: Shelf) -> Unpacked:
    """Unpack a class zip below `shelf`; raises UsageError where it is no class zip,
    and GraderError where nothing can be written.

    What single members have wrong with them (a path that leads out, a link, more than 4 MiB, a
    wrong checksum) is listed and left out; the rest is there.
    """
    place = display(str(archive))
    try:
        home = shelf.folder / f"class-{_digest(archive)[:24]}"
        with zipfile.ZipFile(archive) as opened:
            return _unpack(opened, home, shelf, place)
    except (*_FAULTS, MemoryError) as error:
        raise UsageError(f"{place} cannot be read as a zip archive: {_words(error)}") from error


def _unpack(opened: zipfile.ZipFile, home: Path, shelf: Shelf, place: str) -> Unpacked:
    infos = opened.infolist()
    if len(infos) > MAX_MEMBERS:
        raise UsageError(f"{place} holds more than {MAX_MEMBERS:,} files: is it of one class?")
    named = [(info, _parts(info)) for info in infos]
    repeated = Counter(parts for info, parts in named if not info.is_dir())
    folders = {parts[:depth] for _, parts in named for depth in range(1, len(parts))}
    folders |= {parts for info, parts in named if info.is_dir()}
    unplaced: list[Unplaced] = []
    room = MAX_BYTES
    for info, parts in named:
        if any(map(junk, parts)) or ".git" in parts[:-1]:
            continue
        reason = _place_problem(info, parts) or _problem(info)
        if not reason and not info.is_dir():
            twice = repeated[parts] > 1
            reason = "in the archive more than once" if twice else ""
            reason = reason or ("both a file and a folder" if parts in folders else "")
        if reason:
            unplaced.append(Unplaced(path=display(info.orig_filename), reason=reason))
            continue
        if info.is_dir():
            shelf.make_folder(home.joinpath(*parts))
            continue
        room -= info.file_size
        if room < 0:
            raise UsageError(f"{place} unpacks to more than {MAX_BYTES // 1024**3} GiB")
        problem = _write(opened, info, home.joinpath(*parts), shelf)
        if problem:
            unplaced.append(Unplaced(path=display(info.orig_filename), reason=problem))
    _make_git_folders(home, [parts for _, parts in named], shelf)
    shelf.make_folder(home)
    return Unpacked(folder=home, unplaced=tuple(unplaced))


def _parts(info: zipfile.ZipInfo) -> _Parts:
    """The path as it is meant: many tools write UTF-8 and forget to say so."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.orig_filename
    return tuple(part for part in name.split("/") if part not in ("", "."))


def _place_problem(info: zipfile.ZipInfo, parts: _Parts) -> str:
    name = info.orig_filename
    if name.startswith("/") or name[1:3] in (":/", ":\\"):
        return "an absolute path"
    if not parts and not info.is_dir():
        return "a file without a name"
    return _parts_problem(parts)


def _parts_problem(parts: _Parts) -> str:
    if ".." in parts:
        return "its path leads out of the archive"
    if sum(len(part.encode("utf-8", "surrogateescape")) for part in parts) > MAX_PATH_BYTES:
        return f"its path is longer than {MAX_PATH_BYTES:,} bytes"
    if len(parts) > MAX_DEPTH:
        return f"deeper than {MAX_DEPTH} levels"
    for part in parts:
        if "\\" in part:
            return "its name has a backslash"
        if not part.isprintable():
            return "its name has characters that cannot be printed"
        if len(part.encode("utf-8", "surrogateescape")) > MAX_NAME_BYTES:
            return f"its name is longer than {MAX_NAME_BYTES} bytes"
    return ""


def _problem(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "not an ordinary file"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    if info.compress_type not in _METHODS:
        return "compressed in an unusual way: use plain zip (deflate)"
    if info.file_size > MAX_MEMBER_BYTES:
        return f"larger than {MAX_MEMBER_BYTES // 1024**2} MiB"
    return ""


def _write(opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, shelf: Shelf) -> str:
    """Unpack one member; why it was left out, or nothing."""
    try:
        with opened.open(info) as stream:
            content = stream.read(MAX_MEMBER_BYTES + 1)
    except _FAULTS as error:
        return f"damaged: {_words(error)}"
    if len(content) != info.file_size:
        return "damaged: its size is not the size that the archive states"
    shelf.write(path, content)
    return ""


def _make_git_folders(home: Path, named: list[_Parts], shelf: Shelf) -> None:
    """An empty `.git` for each clone: that it is one matters, its history does not."""
    for parts in {found[: found.index(".git") + 1] for found in named if ".git" in found}:
        if not _parts_problem(parts):
            shelf.make_folder(home.joinpath(*parts))


def _digest(archive: Path) -> str:
    with archive.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _words(error: BaseException) -> str:
    strerror = error.strerror if isinstance(error, OSError) else None
    return display(strerror or str(error) or type(error).__name__, 120)
