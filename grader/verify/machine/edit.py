"""One edit of one file: everything around it stays as it was, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Files = tuple[tuple[str, bytes], ...]
"""A solution: pairs of relative path and content, in the order of the exercise's `files`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """The bytes from `start` to `end` become `new`.

    `shown` is the span, in the file as it was, that makes sense to a reader; it holds the edit.
    """

    operator: str
    start: int
    end: int
    new: bytes
    shown: tuple[int, int]

    def apply(self, content: bytes) -> bytes:
        """The file after the edit."""
        return content[: self.start] + self.new + content[self.end :]

    def before(self, content: bytes) -> str:
        """What a reader sees of the file as it was, on one line."""
        return _line(content[slice(*self.shown)])

    def after(self, content: bytes) -> str:
        """The same place after the edit."""
        first, last = self.shown
        return _line(content[first : self.start] + self.new + content[self.end : last])


@dataclass(frozen=True, kw_only=True, slots=True)
class Tongue:
    """What must be known of a language to make mutants in it.

    `edits` lists all edits of a solution with the file of each, in the order of the source;
    `fingerprint` is equal for solutions that differ in layout and comments only, and empty for what
    is no source at all; `builds` tells whether an edited solution gets past the compiler, for one
    that does not proves nothing.
    """

    edits: Callable[[Files], Iterable[tuple[str, Edit]]]
    fingerprint: Callable[[Files], str]
    builds: Callable[[Files], bool]


def line_of(content: bytes, offset: int) -> tuple[int, int, str]:
    """Line and column of a byte, both from 1, the column in characters; and that line's text."""
    first = content.rfind(b"\n", 0, offset) + 1
    last = content.find(b"\n", offset)
    text = content[first : None if last < 0 else last]
    column = len(content[first:offset].decode("utf-8", "replace")) + 1
    return content.count(b"\n", 0, offset) + 1, column, _line(text)


def _line(content: bytes) -> str:
    return " ".join(content.decode("utf-8", "replace").split())
