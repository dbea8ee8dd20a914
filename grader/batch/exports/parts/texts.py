"""Hostile text as files for other programs may hold it: visible, bounded, and no formula."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from urllib.parse import quote

from grader.report.view import safe
from grader.report.view.numbers import number

NAME = 200
"""Characters of a name or an id."""
TEXT = 2_000
"""Characters of what a person wrote, in one line."""
CELL = 16_000
"""Characters of one cell. Excel and LibreOffice Calc refuse or cut more than 32,767."""
FOLDER = 100
"""Characters of a folder's name; file systems stop at 255 bytes."""

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, "CSV
# injection"), with the full-width forms that Excel takes as well.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_INSIDE = re.compile(rf"([;\t]\s*)(?=[{re.escape(''.join(_FORMULA))}])")


def name(text: str) -> str:
    """`text` on one visible line, cut with the cut said: no control character, no surrogate."""
    return safe.line(text, NAME)


def words(text: str) -> str:
    """What a person or a tool wrote, on one visible line: line ends become ` / `."""
    return safe.line(" / ".join(part for part in text.splitlines() if part.strip()), TEXT)


def points(value: Fraction | None) -> str:
    """`value` with two decimals at most, ties to even; "" where there is no number."""
    return "" if value is None else number(value).text


def cell(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula, `'` before it where it might.

    So it is after a semicolon or a tab, where some spreadsheets split.
    """
    shown = _INSIDE.sub(r"\1'", safe.line(text, CELL))
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """Cells as CSV (RFC 4180) in UTF-8, without a byte order mark.

    Cells are written as they are: `cell` makes foreign text fit for them.
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def folder(text: str) -> str:
    """A folder's name for any id: ASCII, never hidden, never a path; different for each id."""
    kept = quote(text.encode("utf-8", "surrogatepass"), safe=" ").replace(" ", "%20")
    if kept.startswith("."):
        kept = f"%2E{kept[1:]}"
    if len(kept) > FOLDER:
        kept = f"{kept[: FOLDER - 17]}-{hashlib.sha256(kept.encode()).hexdigest()[:16]}"
    return kept or "%"
