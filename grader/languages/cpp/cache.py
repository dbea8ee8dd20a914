"""Compiled things kept between gradings, by the hash of all that went into them.

The box can neither read nor write this folder: what it built is copied in, and out again.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO

from grader.errors import BoxError

MAX_ARTEFACT = 256 << 20
DEFAULT_BYTES = 2 << 30


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/grader`, or `~/.cache/grader`."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base else Path.home() / ".cache") / "grader"


class Cache:
    """A folder of artefacts; least recently used ones go when it grows over `max_bytes`."""

    def __init__(self, folder: Path | None = None, max_bytes: int = DEFAULT_BYTES) -> None:
        self.folder = (folder or default_folder()) / "cpp"
        self.max_bytes = max_bytes

    def fetch(self, key: str, target: Path) -> bool:
        """Copy the artefact to `target`, executable; whether there was one."""
        kept = self.folder / key
        try:
            shutil.copyfile(kept, target)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return False
        target.chmod(0o755)
        with contextlib.suppress(OSError):
            os.utime(kept)
        return True

    def store(self, key: str, built: Path) -> None:
        """Keep a copy of `built`, whole or not at all. A cache that cannot be written is none."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
        except OSError:
            return
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                _copy_regular(built, file)
            temporary.replace(self.folder / key)
        except OSError:
            temporary.unlink(missing_ok=True)
            return
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        self._prune()

    def _prune(self) -> None:
        entries = []
        for entry in os.scandir(self.folder):
            with contextlib.suppress(OSError):
                facts = entry.stat(follow_symlinks=False)
                entries.append((facts.st_mtime_ns, facts.st_size, entry.path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self.max_bytes:
                return
            with contextlib.suppress(OSError):
                os.unlink(path)
                total -= size


def _copy_regular(source: Path, target: BinaryIO) -> None:
    """Copy what the box has built: a regular file of ordinary size and nothing else."""
    descriptor = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > MAX_ARTEFACT:
            raise BoxError(f"the build of {source.name} left something that is no program")
        left = facts.st_size
        while left:
            data = file.read(min(left, 1 << 20))
            if not data:
                raise BoxError(f"the build of {source.name} was cut short")
            target.write(data)
            left -= len(data)
