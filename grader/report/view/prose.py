"""Prose in which authors mark code with backticks, as in Markdown; nothing else is markup."""

from __future__ import annotations

import re
from typing import NamedTuple

_CODE = re.compile(r"`([^`\n]+)`")


class Span(NamedTuple):
    """A run of prose, or of code named in it."""

    is_code: bool
    text: str


def spans(text: str) -> tuple[Span, ...]:
    """`text` in order; a backtick that closes nowhere on its line is a character like others."""
    # Splitting at a pattern with one group gives what is outside and inside by turns.
    parts = _CODE.split(text)
    return tuple(Span(bool(at % 2), part) for at, part in enumerate(parts) if part)
