"""A proof made readable. Every module here but `view`, `shapes` and `places` is a format.

To add a format, add a module with `render(view: ProofView) -> bytes` and its name to FORMATS.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from grader.verify.output.shapes import ExerciseView, ProofView
from grader.verify.output.view import exercise_view, view_of

__all__ = ["FORMATS", "ExerciseView", "ProofView", "exercise_view", "render", "view_of"]

FORMATS = {
    "text": "verify.txt",
    "json": "verify.json",
    "junit": "verify.xml",
    "github": "verify.md",
    "html": "verify.html",
}
"""Format to file name. What `github` prints besides its file is in its own module."""


class _Format(Protocol):
    def render(self, view: ProofView) -> bytes: ...


def render(view: ProofView, format: str) -> bytes:
    """The proof as a file's content, text in UTF-8. `format` is one of FORMATS."""
    module = cast(_Format, import_module(f"{__name__}.{format}"))
    return module.render(view)
