"""The command line as people use it: a real process, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Ran:
    """One call of the command, and what it left in its folder."""

    def __init__(self, done: subprocess.CompletedProcess[str], folder: Path) -> None:
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr
        self.folder = folder

    @property
    def result(self) -> dict[str, Any]:
        """The result.json that it wrote."""
        told: dict[str, Any] = json.loads((self.folder / "grader-report/result.json").read_text())
        return told

    @property
    def left_behind(self) -> list[str]:
        """What still stands in its folder for temporary files."""
        return os.listdir(self.folder / "tmp")

    @property
    def page(self) -> str:
        """The report.html that it wrote."""
        return (self.folder / "grader-report/report.html").read_text()


Grader = Callable[..., Ran]


@pytest.fixture
def grader(tmp_path: Path) -> Grader:
    """Run `grader` with arguments, in `tmp_path`."""

    def run(*arguments: str, **environment: str) -> Ran:
        (tmp_path / "tmp").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "grader", *arguments],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TMPDIR": str(tmp_path / "tmp"),
                **environment,
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ran(done, tmp_path)

    return run


@pytest.fixture
def submit(tmp_path: Path) -> Callable[..., str]:
    """Make a submission folder of files (name to text or bytes); its name."""

    def make(files: dict[str, str | bytes]) -> str:
        folder = tmp_path / "work"
        folder.mkdir()
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            (folder / name).write_bytes(data)
        return "work"

    return make
