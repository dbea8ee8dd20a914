"""How far a file of source is listed: which of its lines, and how much of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from grader.report.view import bounds

_NEWLINE = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """The lines of `text` as Python and compilers count them; no last empty line."""
    lines = _NEWLINE.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def listed(lines: Sequence[str]) -> list[str]:
    """Those of a file's lines that a report lists, from the first, each cut to what it shows."""
    cut = [text[: bounds.CODE_CHARS] for text in lines[: bounds.FILE_LINES]]
    return cut[: sum(total <= bounds.FILE_CHARS for total in accumulate(map(len, cut)))]
