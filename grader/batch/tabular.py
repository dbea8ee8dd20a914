"""CSV files of other programs: their bytes, their separator, their lines, within bounds."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 16 * 1024**2
MAX_ROWS = 100_000
_SEPARATORS = ",;\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A header and the rows below it that are not blank, each with the line it ends in, from 1."""

    path: Path
    line: int
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(path: Path) -> Sheet:
    """Read the CSV file at `path`; raises csv.Error with one line, `file:line: reason`."""
    text = _decoded(path, _content(path))
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, tuple(cells)))
            if len(rows) > MAX_ROWS:
                raise csv.Error(f"more than {MAX_ROWS:,} lines")
    except csv.Error as error:
        raise csv.Error(f"{path}:{reader.line_num}: cannot be read as CSV: {error}") from error
    if not rows:
        raise csv.Error(f"{path}: is empty: the first line names the columns")
    line, header = rows[0]
    return Sheet(path=path, line=line, header=header, rows=tuple(rows[1:]))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise csv.Error(f"{path}: cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise csv.Error(f"{path}: is larger than {MAX_BYTES // 1024**2} MiB")
    return content


def _decoded(path: Path, content: bytes) -> str:
    """The text: UTF-8 or, where it is none, Windows-1252, which old spreadsheets save."""
    if content.startswith(_UTF16):
        raise csv.Error(f'{path}: is UTF-16: save it as "CSV UTF-8"')
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise csv.Error(f"{path}:{line}: holds a NUL byte: it is no CSV file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        reason = 'is neither UTF-8 nor Windows-1252: save it as "CSV UTF-8"'
        raise csv.Error(f"{path}:{line}: {reason}") from error
