"""How much an inspection may say. The box stays under these; the trusted side insists on them."""

from __future__ import annotations

import unicodedata

MAX_TEXT = 300
MAX_PATH = 255
MAX_LINE = 10_000_000
MAX_CHECKS = 200
MAX_FINDINGS_PER_CHECK = 30
MAX_FINDINGS = 150
MAX_INTEGRITY = 60
BLINDING = ("sanitizer-hook", "assembler")
"""Signs of code that a sanitizer cannot see: its silence then means nothing."""
MAX_PARSE = 20
MAX_RUNS = 30_000
"""Changes of hue in one file; honest code has some ten a line."""
MAX_ANSWER = 900_000
"""Bytes of JSON, below `grader.sandbox.wire.MAX_FRAME`."""

_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """`text` as one line of at most `limit` visible characters.

    Control, format (such as bidirectional marks), surrogate and private characters become
    spaces, runs of white space one space; what is too long ends in an ellipsis.
    """
    head = text[: limit * 4]
    seen = "".join(" " if unicodedata.category(char) in _UNSEEN else char for char in head)
    line = " ".join(seen.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def is_clean(text: str, limit: int = MAX_TEXT) -> bool:
    """Whether `clean` has nothing to do."""
    return len(text) <= limit and clean(text, limit) == text
