"""Inspections of source given as text."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from grader.checks.inspect import inspect, warm
from grader.languages.cpp.toolchain import find_toolchain
from grader.model import Language

Inspect = Callable[..., dict[str, Any]]

SUFFIXES = {"python": "code.py", "cpp": "code.hpp"}


@pytest.fixture(scope="session")
def inspect_source() -> Inspect:
    """`inspect` for one file, given as text or bytes, in a process that is warm."""
    warm()

    def run(
        source: str | bytes,
        checks: Iterable[str] = (),
        language: Language = "python",
        own: str | None = None,
        name: str = "",
        **beside: str,
    ) -> dict[str, Any]:
        content = source.encode() if isinstance(source, str) else source
        folders = find_toolchain().include_dirs if language == "cpp" else ()
        path = name or SUFFIXES[language]
        return inspect(
            {
                "language": language,
                "files": [
                    [path, base64.b64encode(content).decode()],
                    *(
                        [name, base64.b64encode(text.encode()).decode()]
                        for name, text in beside.items()
                    ),
                ],
                "checks": list(checks),
                "own": own,
                "include_dirs": list(folders),
            }
        )

    return run
