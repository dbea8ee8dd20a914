"""Cells of the CSV files that spreadsheets open: no formula, bounded, visible."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from grader.report.view import safe

CELL = 16_000
"""Characters of one cell. Excel and LibreOffice Calc refuse or cut more than 32,767."""

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, "CSV
# injection"), with the full-width forms that Excel takes as well.
_FORMULA = tuple("=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20")
_INSIDE = re.compile(rf"([;\t]\s*)(?=[{re.escape(''.join(_FORMULA))}])")


def cell(text: str, most: int = CELL) -> str:
    """`text` as a cell that no spreadsheet takes for a formula, `'` before it where it might.

    So it is after a semicolon or a tab, where some spreadsheets split.
    """
    shown = _INSIDE.sub(r"\1'", safe.line(text, most))
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """Cells as CSV (RFC 4180) in UTF-8, without a byte order mark.

    Cells are written as they are: `cell` makes foreign text fit for them.
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
