"""Results of gradings kept in the user's cache folder, by the hash of all that went into them.

The box can neither read nor write this folder. An entry is believed only when it is a regular
file of ours that nobody else may write, and its checksum covers its content and its key.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

from grader.languages.cpp.cache import default_folder

MAX_ENTRY = 1 << 20
MAX_BYTES = 64 << 20
"""About 30,000 results of ordinary size, in bytes."""


class ProofCache:
    """A folder of JSON values. A folder that cannot be used is an empty one that keeps nothing."""

    def __init__(self, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self.folder = (folder or default_folder()) / "verify"
        self.max_bytes = max_bytes

    def fetch(self, key: str) -> Any | None:
        """The value kept under `key`; None when there is none that can be believed."""
        try:
            content = _read(self.folder / key)
        except OSError:
            return None
        checksum, _, body = content.partition(b"\n")
        if checksum != _checksum(key, body):
            return None
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            return None

    def store(self, key: str, value: object) -> None:
        """Keep `value`, whole or not at all."""
        body = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
        if len(body) > MAX_ENTRY - 100:
            return
        try:
            self._open_folder()
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
        except OSError:
            return
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_checksum(key, body) + b"\n" + body)
            temporary.replace(self.folder / key)
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if not isinstance(error, OSError):
                raise

    def prune(self) -> None:
        """Remove what was used longest ago until the rest fits in `max_bytes`."""
        entries = []
        with contextlib.suppress(OSError):
            for entry in os.scandir(self.folder):
                facts = entry.stat(follow_symlinks=False)
                entries.append((facts.st_mtime_ns, facts.st_size, entry.path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self.max_bytes:
                return
            with contextlib.suppress(OSError):
                os.unlink(path)
                total -= size

    def _open_folder(self) -> None:
        """Make the folder, for us alone. OSError when it is somebody else's or a link."""
        self.folder.mkdir(parents=True, exist_ok=True)
        facts = self.folder.lstat()
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.geteuid():
            raise OSError(f"{self.folder} is not a folder of ours")
        if stat.S_IMODE(facts.st_mode) != 0o700:
            self.folder.chmod(0o700)


def _read(path: Path) -> bytes:
    """The content of an entry, marked as used. OSError when it is nothing that we wrote."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(descriptor)
        foreign = facts.st_uid != os.geteuid() or facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if not stat.S_ISREG(facts.st_mode) or foreign or facts.st_size > MAX_ENTRY:
            raise OSError(f"{path} is not an entry of ours")
        content = file.read(MAX_ENTRY)
        with contextlib.suppress(OSError):
            os.utime(descriptor)
        return content


def _checksum(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + body).hexdigest().encode()
