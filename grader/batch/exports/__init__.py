"""A gradebook for other programs. Every module directly in this package is a format of its name.

To add a format, add a module with `render(book, options) -> Mapping[str, bytes]` (file name to
content, text in UTF-8); nothing else changes. What formats share is in `parts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from grader.batch.book import Gradebook
from grader.batch.exports.parts.options import Options
from grader.errors import UsageError

__all__ = ["NOTES", "Options", "formats", "render"]

NOTES = "-notes.txt"
"""How the name of a file ends that a format adds to tell a person what it left out, and why."""


class _Format(Protocol):
    """What a format's module offers."""

    def render(self, book: Gradebook, options: Options) -> Mapping[str, bytes]: ...


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    return tuple(sorted(item.name for item in iter_modules(__path__) if not item.ispkg))


def render(book: Gradebook, format: str, options: Options) -> Mapping[str, bytes]:
    """The files of `book` in one format, by name; a name may have folders in it, joined by `/`.

    Raises `UsageError` when there is no such format, exercise or student, or when the format
    lacks a file that it must be given.
    """
    if format not in formats():
        raise UsageError(f"unknown export format {format!r}: choose one of {', '.join(formats())}")
    module = cast(_Format, import_module(f"{__name__}.{format}"))
    return module.render(book, options)
