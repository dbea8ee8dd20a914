"""What a submission looks like from outside, be it a folder or an archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from grader.load.rules import folder_reason, name_reason
from grader.model import Ignored

MAX_ENTRIES = 2_000
MAX_FILE_BYTES = 256 * 1024
MAX_TOTAL_BYTES = 1024 * 1024


class Irregular(Exception):
    """A file that is not taken as it is; the text says what is wrong with it."""


class Refused(Exception):
    """A submission that cannot be looked at as a whole; the text says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A name in a submission. `problem` says why it cannot be read: it is a link, say."""

    path: str
    is_folder: bool = False
    problem: str = ""


class Tree(Protocol):
    """A submission that can be listed and read, in bounds.

    `entries` are in path order; a listing is a hint only, `read` checks again.
    `ignored` is what was not even looked into.
    """

    entries: tuple[Entry, ...]
    ignored: tuple[Ignored, ...]

    def read(self, path: str) -> bytes:
        """The bytes of one file, at most MAX_FILE_BYTES; raises Irregular."""
        ...


def place_reason(parts: tuple[str, ...], *, is_folder: bool) -> tuple[str, str]:
    """The shortest path of `parts` that may not be there or is not looked into, and why.

    Two empty strings when all is well.
    """
    for depth in range(1, len(parts) + 1):
        here = parts[:depth]
        reason = name_reason(here[-1])
        if not reason and (is_folder or depth < len(parts)):
            reason = folder_reason(here)
        if reason:
            return "/".join(here), reason
    return "", ""


def too_big(size: int, limit: int = MAX_FILE_BYTES) -> str:
    """Why a file of `size` bytes is not taken; empty when it is."""
    return f"larger than {limit // 1024} KiB" if size > limit else ""
