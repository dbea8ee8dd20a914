"""A submission as an archive, read in memory. Nothing is ever written to disk.

Every name, size and kind that an archive states is a claim of the learner's; the same
rules hold as for a folder.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from grader.load import tars
from grader.load.names import display
from grader.load.trees import (
    MAX_ENTRIES,
    MAX_FILE_BYTES,
    Entry,
    Irregular,
    Refused,
    place_reason,
    too_big,
)
from grader.model import Ignored

MAX_ARCHIVE_BYTES = 4 * 1024 * 1024
MAX_UNPACKED_BYTES = 32 * 1024 * 1024
_XZ_MEMORY_BYTES = 64 * 1024 * 1024
_READABLE_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
               NotImplementedError, OverflowError)  # fmt: skip
_STREAM_FAULTS = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One entry as the archive names it; `content` raises Irregular."""

    name: str
    is_folder: bool
    problem: str
    content: Callable[[], bytes]


class ArchiveTree:
    """The tree that an archive would unpack to."""

    def __init__(self, members: Sequence[Member]) -> None:
        """Sort the members into readable files, irregular ones and ignored ones."""
        self._content: dict[str, Callable[[], bytes]] = {}
        problems: dict[str, str] = {}
        folders: set[str] = set()
        ignored: dict[str, str] = {}
        placed = [(member, _parts(member.name)) for member in members]
        repeated = Counter("/".join(parts) for member, parts in placed if not member.is_folder)
        for member, parts in placed:
            path = "/".join(parts)
            where, reason = _place(member, parts)
            if reason:
                ignored[where] = reason
                continue
            folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
            if parts and not member.is_folder:
                twice = "in the archive more than once" if repeated[path] > 1 else ""
                problems[path] = member.problem or twice
                self._content[path] = member.content
            elif parts:
                folders.add(path)
        for path in folders & problems.keys():
            problems[path] = "both a file and a folder"
        found = [Entry(path=path, problem=problem) for path, problem in problems.items()]
        found += [
            Entry(path=path, is_folder=True, problem="a folder, not a file")
            for path in folders - problems.keys()
        ]
        self._problems = problems
        self.entries: tuple[Entry, ...] = tuple(sorted(found, key=lambda entry: entry.path))
        self.ignored: tuple[Ignored, ...] = tuple(
            Ignored(path=display(path), reason=reason) for path, reason in sorted(ignored.items())
        )

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path`; raises Irregular."""
        if path not in self._content:
            raise Irregular("not in the archive")
        if self._problems[path]:
            raise Irregular(self._problems[path])
        return self._content[path]()


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in name.split("/") if part not in ("", "."))


def _place(member: Member, parts: tuple[str, ...]) -> tuple[str, str]:
    """Where a member may not be, and why; two empty strings when its place is fine."""
    if member.name.startswith("/") or member.name[1:3] in (":/", ":\\"):
        return member.name, "an absolute path"
    if not parts and not member.is_folder:
        return "(no name)", "a file without a name"
    return place_reason(parts, is_folder=member.is_folder)


def is_archive(name: str) -> bool:
    """Whether a file is read as an archive, going by its name."""
    return name.lower().endswith((".zip", *_STREAMS))


def without_suffix(name: str) -> str:
    """`name` without the ending that makes it an archive."""
    found = (suffix for suffix in (".zip", *_STREAMS) if name.lower().endswith(suffix))
    return name[: -len(next(found))] if is_archive(name) else name


def read_archive(name: str, data: bytes) -> ArchiveTree:
    """The tree of an archive called `name`; raises Refused where it cannot be read."""
    if name.lower().endswith(".zip"):
        return ArchiveTree(_zip_members(data))
    suffix = next(suffix for suffix in _STREAMS if name.lower().endswith(suffix))
    try:
        unpacked = _STREAMS[suffix](data)
    except _STREAM_FAULTS as error:
        raise Refused(f"cannot be read as a {suffix} archive: {display(str(error))}") from error
    if len(unpacked) > MAX_UNPACKED_BYTES:
        raise Refused(f"unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB")
    return ArchiveTree(list(_tar_members(unpacked)))


def _gunzip(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return stream.read(MAX_UNPACKED_BYTES + 1)


def _bunzip(data: bytes) -> bytes:
    with bz2.BZ2File(io.BytesIO(data)) as stream:
        return stream.read(MAX_UNPACKED_BYTES + 1)


def _unxz(data: bytes) -> bytes:
    """One .xz stream; LZMAFile is not used because it lets the file choose how much memory."""
    stream = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY_BYTES)
    unpacked = stream.decompress(data, MAX_UNPACKED_BYTES + 1)
    while not stream.eof and not stream.needs_input and len(unpacked) <= MAX_UNPACKED_BYTES:
        unpacked += stream.decompress(b"", MAX_UNPACKED_BYTES + 1 - len(unpacked))
    if not stream.eof and len(unpacked) <= MAX_UNPACKED_BYTES:
        raise EOFError("it ends too early")
    return unpacked


_STREAMS: dict[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tar.gz": _gunzip,
    ".tgz": _gunzip,
    ".tar.bz2": _bunzip,
    ".tbz2": _bunzip,
    ".tar.xz": _unxz,
    ".txz": _unxz,
}


def _tar_members(data: bytes) -> Iterator[Member]:
    try:
        for header in tars.headers(data):
            content = partial(_slice, data, header.start, header.size)
            problem = header.problem or too_big(header.size)
            yield Member(name=header.name, is_folder=header.is_folder, problem=problem,
                         content=content)  # fmt: skip
    except tars.TarFault as error:
        raise Refused(f"cannot be read as a tar archive: {error}") from error


def _slice(data: bytes, start: int, size: int) -> bytes:
    return data[start : start + size]


def _zip_members(data: bytes) -> list[Member]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_FAULTS as error:
        raise Refused(f"cannot be read as a zip archive: {display(str(error))}") from error
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        raise Refused(f"holds more than {MAX_ENTRIES:,} files: hand in only those asked for")
    return [
        Member(
            # zipfile cuts a name at its first NUL; the whole name is what is judged.
            name=info.orig_filename,
            is_folder=info.orig_filename.endswith("/"),
            problem=_zip_problem(info),
            content=partial(_read_zipped, archive, info),
        )
        for info in infos
    ]


def _zip_problem(info: zipfile.ZipInfo) -> str:
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "not an ordinary file"
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    if info.compress_type not in _READABLE_METHODS:
        return "compressed in an unusual way: use plain zip (deflate)"
    return too_big(info.file_size)


def _read_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of one member, never more than it claims and never more than fit."""
    try:
        with archive.open(info) as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
    except _ZIP_FAULTS as error:
        raise Irregular(f"damaged: {display(str(error))}") from error
    if len(content) != info.file_size:
        raise Irregular("damaged: its size is not the size that the archive states")
    return content
