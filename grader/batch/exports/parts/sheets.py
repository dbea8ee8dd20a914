"""A CSV file that an LMS gave, to be filled: cells that are not filled stay byte for byte."""

from __future__ import annotations

import re

from grader.errors import UsageError
from grader.load.names import display

MAX_BYTES = 20 * 2**20
"""Ten thousand people with a page of feedback each."""
MAX_ROWS = 200_000
_BOM = "\ufeff"
_CELL = {
    mark: re.compile(
        rf'("(?:[^"]|"")*+"[^{mark}"\r\n]*|[^{mark}"\r\n][^{mark}\r\n]*|)({mark}|\r\n|\n|\r|\Z)'
    )
    for mark in (",", ";", "\t")
}
_QUOTED = re.compile(r'"[^"]*+"')


class Sheet:
    """Rows of cells as they stand in the file; `fill` changes one, `content` is the whole file."""

    def __init__(self, content: bytes, what: str) -> None:
        """Read `content`. UsageError, which calls the file `what`, when it is no CSV in UTF-8."""
        if len(content) > MAX_BYTES:
            raise UsageError(f"{what} has over {MAX_BYTES // 2**20} MiB: is it the right file?")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(
                f"{what}: byte {error.start + 1} is no UTF-8; give the file as it was downloaded"
            ) from None
        self._bom = _BOM if text.startswith(_BOM) else ""
        self._rows, self._ends = _split(text.removeprefix(_BOM), what)
        self._delimiter = _delimiter(text)

    @property
    def header(self) -> tuple[str, ...]:
        """The first row's texts, blanks at their ends left off."""
        return tuple(_text(cell).strip() for cell in self._rows[0]) if self._rows else ()

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows below the header that are not blank."""
        return [row for row in range(1, len(self._rows)) if any(self._rows[row])]

    def column(self, title: str) -> int:
        """The column of that title, upper case or not; -1 where there is none."""
        titles = [item.casefold() for item in self.header]
        return titles.index(title.casefold()) if title.casefold() in titles else -1

    def text(self, row: int, column: int) -> str:
        """What a cell says; "" where the row is shorter, or the column is -1."""
        cells = self._rows[row]
        return _text(cells[column]) if 0 <= column < len(cells) else ""

    def fill(self, row: int, column: int, text: str) -> None:
        """Let a cell say `text`; cells that a short row lacks before it become empty ones."""
        cells = self._rows[row]
        cells += [""] * (column + 1 - len(cells))
        quoted = any(mark in text for mark in f'{self._delimiter}"\r\n') or text != text.strip()
        cells[column] = '"' + text.replace('"', '""') + '"' if quoted else text

    def append_column(self, title: str) -> int:
        """Add a column at the right; its number."""
        column = max(len(cells) for cells in self._rows)
        self.fill(0, column, title)
        return column

    def content(self) -> bytes:
        """The whole file."""
        lines = (
            self._delimiter.join(cells) + end
            for cells, end in zip(self._rows, self._ends, strict=True)
        )
        return (self._bom + "".join(lines)).encode()


def _delimiter(text: str) -> str:
    """The one of comma, semicolon and tab that the first line has most of."""
    first = _QUOTED.sub("", text[:20_000]).partition("\n")[0]
    return max(",;\t", key=first.count)


def _split(text: str, what: str) -> tuple[list[list[str]], list[str]]:
    """The raw cells of each row, and what ends it. Nothing is lost: joined they are `text`."""
    delimiter = _delimiter(text)
    pattern = _CELL[delimiter]
    rows: list[list[str]] = []
    ends: list[str] = []
    cells: list[str] = []
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        if found is None:
            start = display(text[at : at + 40])
            raise UsageError(f"{what}: row {len(rows) + 1} has a quote that is not closed: {start}")
        cells.append(found[1])
        at = found.end()
        if found[2] != delimiter:
            rows.append(cells)
            ends.append(found[2])
            cells = []
        if len(rows) > MAX_ROWS:
            raise UsageError(f"{what} has more than {MAX_ROWS:,} rows: is it the right file?")
    if cells:
        rows.append([*cells, ""])
        ends.append("")
    return rows, ends


def _text(raw: str) -> str:
    """What a raw cell says."""
    if not raw.startswith('"'):
        return raw
    inside, _, rest = raw[1:].rpartition('"')
    return inside.replace('""', '"') + rest
