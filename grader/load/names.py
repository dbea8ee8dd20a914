"""Names and other foreign text: how it is shown, and what a wrong one probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ID_FORM = "lower-case words joined by hyphens, such as evicts-oldest"
MAX_ID = 64


def is_id(text: str) -> bool:
    """Whether `text` may be the id of an exercise, a criterion or a flaw."""
    return len(text) <= MAX_ID and ID_PATTERN.fullmatch(text) is not None


def display(text: str, limit: int = 160) -> str:
    r"""`text` on one line, at most `limit` characters, fit for a terminal and a report.

    What cannot be printed (control and direction characters, undecodable bytes) becomes
    an escape such as `\x1b`; what is cut off becomes an ellipsis.
    """
    shown = "".join(map(_shown, text[:limit]))
    return shown if len(shown) <= limit and len(text) <= limit else shown[: limit - 1] + "…"


def _shown(character: str) -> str:
    if 0xDC80 <= ord(character) <= 0xDCFF:  # os.fsdecode's stand-in for an undecodable byte
        return f"\\x{ord(character) - 0xDC00:02x}"
    if character.isprintable():
        return character
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def close_to(wrong: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The name in `known` that `wrong` is probably meant to be; case, `-` and `_` count little."""
    by_key = {_key(name): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(_key(wrong[:200]), by_key, n=1, cutoff=likeness)
    return by_key[found[0]] if found else None


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """`; did you mean x?`, or nothing when no known name is close."""
    meant = close_to(wrong, known)
    return f"; did you mean {meant}?" if meant else ""


def _key(name: str) -> str:
    return name.casefold().replace("-", "_")
