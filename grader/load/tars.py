"""The headers of a tar archive that is wholly in memory.

The standard library's reader can be kept busy for hours by a crafted header, or for ever
by a negative size (CVE-2024-6232 and CVE-2025-8194, both in Python 3.11.7), and intake
needs only names, kinds, sizes and places. Formats: v7, ustar, pax and GNU long names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from grader.load.trees import MAX_ENTRIES

BLOCK = 512
MAX_EXTENSION_BYTES = 64 * 1024
_PROBLEMS = {
    b"1": "a hard link",
    b"2": "a symbolic link",
    b"3": "a device",
    b"4": "a device",
    b"6": "a named pipe",
}
_REGULAR = (b"0", b"\0", b"7")
_FOLDER = b"5"
_GNU_LONG_NAME, _GNU_LONG_LINK = b"L", b"K"
_PAX, _PAX_GLOBAL = b"x", b"g"
_EXTENSIONS = (_PAX, _PAX_GLOBAL, _GNU_LONG_NAME, _GNU_LONG_LINK)


class TarFault(Exception):
    """Bytes that are not a tar archive, or one of a kind that learners do not make."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """One member: `size` bytes from `start`. `problem` says why it is no ordinary file."""

    name: str
    is_folder: bool
    start: int
    size: int
    problem: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stated:
    """What extended headers said about the member that comes next."""

    name: bytes | None = None
    size: int | None = None


def headers(data: bytes) -> Iterator[Header]:
    """Every member of the archive in order; raises TarFault where the bytes make no sense."""
    position, members, blocks = 0, 0, 0
    stated = _Stated()
    while (block := data[position : position + BLOCK]).strip(b"\0"):
        _check(block)
        kind, size, start = block[156:157], _number(block[124:136]), position + BLOCK
        blocks += 1
        if kind in _EXTENSIONS:
            stated = _extension(kind, _take(data, start, size), stated)
            position = start + _padded(size)
        else:
            header = _header(block, kind, start, stated)
            if start + header.size > len(data):
                raise TarFault("it ends in the middle of a file")
            yield header
            members += 1
            position, stated = start + _padded(header.size), _Stated()
        if members > MAX_ENTRIES or blocks > 3 * MAX_ENTRIES:
            raise TarFault(f"it holds more than {MAX_ENTRIES:,} files")


def _header(block: bytes, kind: bytes, start: int, stated: _Stated) -> Header:
    name = _name(block) if stated.name is None else stated.name
    size = _number(block[124:136]) if stated.size is None else stated.size
    is_folder = kind == _FOLDER or (kind in _REGULAR and name.endswith(b"/"))
    unknown = "" if is_folder or kind in _REGULAR else "not an ordinary file"
    return Header(
        name=name.decode("utf-8", "surrogateescape"),
        is_folder=is_folder,
        start=start,
        # Links, devices, pipes and folders have no content, whatever size they state.
        size=0 if kind in _PROBLEMS or kind == _FOLDER else size,
        problem=_PROBLEMS.get(kind, unknown),
    )


def _extension(kind: bytes, content: bytes, stated: _Stated) -> _Stated:
    """What is known of the next member after one more extended header."""
    if kind == _PAX:
        return _pax(content, stated)
    if kind == _PAX_GLOBAL and _pax(content, _Stated()) != _Stated():
        raise TarFault("it names files globally")
    if kind == _GNU_LONG_NAME:
        return replace(stated, name=content.split(b"\0", 1)[0])
    return stated


def _check(block: bytes) -> None:
    """Compare the checksum: the sum of all bytes, its own field counted as spaces."""
    if len(block) < BLOCK:
        raise TarFault("it ends in the middle of a header")
    total = sum(block) - sum(block[148:156]) + 8 * ord(" ")
    if total != _number(block[148:156]):
        raise TarFault("a header's checksum is wrong")


def _number(field: bytes) -> int:
    """A size field: octal digits, or a big-endian number behind a set top bit."""
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.strip(b" \0")
    if not digits:
        return 0
    if not all(digit in b"01234567" for digit in digits):
        raise TarFault("a number in a header is damaged")
    return int(digits, 8)


def _name(block: bytes) -> bytes:
    name = block[:100].split(b"\0", 1)[0]
    prefix = block[345:500].split(b"\0", 1)[0]
    # GNU tar keeps other things in the prefix's place; its magic has a space for the NUL.
    return prefix + b"/" + name if prefix and block[257:263] == b"ustar\0" else name


def _take(data: bytes, start: int, size: int) -> bytes:
    if size > MAX_EXTENSION_BYTES:
        raise TarFault("a name in it is far too long")
    if start + size > len(data):
        raise TarFault("it ends in the middle of a name")
    return data[start : start + size]


def _padded(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _pax(records: bytes, stated: _Stated) -> _Stated:
    r"""The path and the size among records `LENGTH KEY=VALUE\n`; LENGTH counts all of it."""
    position = 0
    while position < len(records) and records[position]:
        head = records[position : position + 8].split(b" ", 1)[0]
        length = int(head) if head.isdigit() else 0
        record = records[position + len(head) + 1 : position + length]
        key, equals, value = record.partition(b"=")
        if position + length > len(records) or not equals or not value.endswith(b"\n"):
            raise TarFault("an extended header is damaged")
        if key == b"path":
            stated = replace(stated, name=value[:-1])
        elif key == b"size":
            if not (value[:-1].isdigit() and len(value) < 16):
                raise TarFault("a size in an extended header is damaged")
            stated = replace(stated, size=int(value))
        elif key.startswith(b"GNU.sparse"):
            raise TarFault("it has sparse files: pack it without --sparse")
        position += length
    return stated
