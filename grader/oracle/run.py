"""Runs hidden tests with pytest, in this process, with nothing of the caller's environment."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.model import Integrity, TestOutcome
from grader.oracle.backend import Backend
from grader.oracle.plugin import OraclePlugin

_OPTIONS = (
    "--disable-plugin-autoload", "--import-mode=importlib", "--noconftest", "--strict-markers",
    "--capture=no", "--assert=plain", "-o", "addopts=", "-c", os.devnull,
    "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:logging", "-p", "no:warnings",
    "-p", "no:faulthandler", "-p", "no:doctest", "-p", "no:unittest", "-p", "no:junitxml",
    "-p", "no:pastebin", "-p", "no:stepwise", "-p", "no:setuponly", "-p", "no:debugging",
    "-p", "no:unraisableexception", "-p", "no:threadexception", "-p", "no:recwarn",
    "-p", "no:monkeypatch", "-p", "no:tmpdir", "-p", "no:legacypath", "-p", "no:pytester",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class TestRun:
    """The outcomes of all hidden tests. `details` are for authors, never for learners."""

    __test__ = False

    outcomes: tuple[TestOutcome, ...]
    integrity: tuple[Integrity, ...]
    details: tuple[str, ...]
    output: str


def run_tests(
    hidden: Path,
    backend: Backend,
    criteria: Iterable[str],
    seed: int,
    *,
    until_failure: bool = False,
) -> TestRun:
    """Run `test_*.py` of the `hidden` folder against `backend`, or only until one of them fails.

    Raises ExerciseError when a test is bound to no criterion, has no docstring, or cannot be
    imported; its message lists each mistake.
    """
    plugin = OraclePlugin(backend, criteria, seed, until_failure=until_failure)
    with _undisturbed(hidden):
        # Without --confcutdir, pytest lists every folder between / and `hidden`, and runs the
        # `__init__.py` of each.
        places = (f"--rootdir={hidden}", f"--confcutdir={hidden}", str(hidden))
        code = pytest.main([*_OPTIONS, *places], plugins=[plugin])
    if plugin.problems:
        raise ExerciseError("\n".join(plugin.problems))
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise ExerciseError(f"{hidden}: the hidden tests did not run (pytest: {code!r})")
    return TestRun(
        outcomes=tuple(plugin.outcomes),
        integrity=tuple(dict.fromkeys(plugin.integrity)),
        details=tuple(plugin.details),
        output=plugin.output,
    )


@contextlib.contextmanager
def _undisturbed(hidden: Path) -> Iterator[None]:
    """No option of the caller's pytest leaks in, and no module of this exercise stays behind."""
    saved = {name: os.environ.pop(name) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
             if name in os.environ}  # fmt: skip
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        os.environ.update(saved)
        root = str(hidden.resolve()) + os.sep
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None) or "").startswith(root):
                del sys.modules[name]
