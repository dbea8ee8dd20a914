"""What a submission printed, without what the interpreter says there of hidden code."""

from __future__ import annotations

import re

from grader.languages.python.inside.memory import HIDDEN

_PLACE = re.escape(HIDDEN) + r"[\w./-]+"
_FRAME = re.compile(rf'(File "){_PLACE}(", line )\d+(, in )[^\n]*')
_DEFINED = re.compile(
    rf"<[\w.<>]{{1,100}}\(\)[^<>\n]{{0,20}} (?:defined|running) at {_PLACE}[:\d]*>?"
)
"""Bounded, and beginning with a fixed character: the text may be made to be slow."""
_ANY = re.compile(_PLACE + r"(?::\d+)?")


def without_hidden(text: str) -> str:
    """`text` with the places and names of hidden code left out.

    Python names them by itself, for instance when a task's exception was never retrieved.
    """
    text = _FRAME.sub(r"\1(the grader)\2?\3?", text)
    text = _DEFINED.sub("(the grader's)", text)
    return _ANY.sub("(the grader)", text)
