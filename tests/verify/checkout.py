"""A checkout with the tiny exercise, in which `grader` and the shell lines of CI are run."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.verify import tiny

ROOT = Path(__file__).resolve().parents[2]
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV")
"""What of our environment a job sees; above all nothing of a real CI that runs these tests."""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """One call: exit code, and what was printed."""

    code: int
    out: str
    err: str


class Checkout:
    """A git repository of an author, and a machine with a `grader` whose cache is warm."""

    def __init__(self, top: Path, machine: Path, cache: Path) -> None:
        self.top = tiny.write(top)
        self.cache = cache
        self.commands = machine / "commands"
        self.commands.mkdir(parents=True)
        self.grader = self.commands / "grader"
        self.grader.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m grader "$@"\n')
        self.grader.chmod(0o755)
        self.run("git", "init", "-q")
        self.commit()

    def commit(self) -> None:
        """All files as they stand, as one commit."""
        self.run("git", "add", "-A")
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        done = self.run("git", *who, "commit", "-qm", "as it stands", "--allow-empty")
        assert done.code == 0, done.err

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file."""
        tiny.change(self.top, name, old, new)

    def verify(self, *arguments: str, **environment: str) -> Ran:
        """Run `grader verify` on the exercises of the checkout."""
        where = ("--exercises", "exercises", "--rubrics", "rubrics")
        return self.run("grader", *where, "verify", "--jobs", "1", *arguments, **environment)

    def run(self, *command: str, **environment: str) -> Ran:
        """Run a command in the checkout, found on a PATH that has `grader` first."""
        settings = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        settings["PATH"] = f"{self.commands}:{settings['PATH']}"
        settings["PYTHONPATH"] = f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"
        settings["XDG_CACHE_HOME"] = str(self.cache)
        done = subprocess.run(
            command, cwd=self.top, env=settings | environment, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return Ran(code=done.returncode, out=done.stdout, err=done.stderr)
