"""Versions of all that can change a verdict."""

from __future__ import annotations

import functools
import platform
from importlib.metadata import version

from grader import __version__
from grader.model import Language

_PYTHON = ("pytest", "astroid", "pylint", "frontrun")
_CPP = ("pytest", "libclang")


@functools.cache
def versions(language: Language) -> tuple[tuple[str, str], ...]:
    """Pairs of name and version: the grader, the interpreter, the packages of a language."""
    names = _PYTHON if language == "python" else _CPP
    return (
        ("grader", __version__),
        ("python", platform.python_version()),
        *((name, version(name)) for name in names),
    )
