"""Hostile text as files for other programs may hold it: visible, bounded, and no formula."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from urllib.parse import quote

from grader.report.view import safe
from grader.report.view.numbers import number

NAME = 200
"""Characters of a name or an id."""
TEXT = 2_000
"""Characters of what a person wrote, in one line."""
FOLDER = 100
"""Characters of a folder's name; file systems stop at 255 bytes."""

def name(text: str) -> str:
    """`text` on one visible line, cut with the cut said: no control character, no surrogate."""
    return safe.line(text, NAME)


def words(text: str) -> str:
    """What a person or a tool wrote, on one visible line: line ends become ` / `."""
    return safe.line(" / ".join(part for part in text.splitlines() if part.strip()), TEXT)


def points(value: Fraction | None) -> str:
    """`value` with two decimals at most, ties to even; "" where there is no number."""
    return "" if value is None else number(value).text


def folder(text: str) -> str:
    """A folder's name for any id: ASCII, never hidden, never a path; different for each id."""
    kept = quote(text.encode("utf-8", "surrogatepass"), safe=" ").replace(" ", "%20")
    if kept.startswith("."):
        kept = f"%2E{kept[1:]}"
    if len(kept) > FOLDER:
        kept = f"{kept[: FOLDER - 17]}-{hashlib.sha256(kept.encode()).hexdigest()[:16]}"
    return kept or "%"
