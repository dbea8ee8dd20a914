"""A grade made readable. Every module directly in this package is a format of its own name.

To add a format, add a module with `render(view: ReportView) -> bytes`; nothing else changes.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from grader.errors import UsageError
from grader.model import Grade
from grader.report.view import ReportView, view_of

__all__ = ["ReportView", "formats", "render", "view_of"]


class _Format(Protocol):
    """What a format's module offers."""

    def render(self, view: ReportView) -> bytes: ...


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    return tuple(sorted(item.name for item in iter_modules(__path__) if not item.ispkg))


def render(grade: Grade, format: str) -> bytes:
    """The report of `grade` as a file's content, text in UTF-8.

    Raises `UsageError` when there is no such format. Modules of formats are imported when they
    are first asked for, because HTML brings a template engine that a gradebook does not need.
    """
    if format not in formats():
        raise UsageError(f"unknown report format {format!r}: choose one of {', '.join(formats())}")
    module = cast(_Format, import_module(f"{__name__}.{format}"))
    return module.render(view_of(grade))
