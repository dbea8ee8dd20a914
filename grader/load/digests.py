"""Digests over files: what was graded, and by which exercise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

SKIPPED_FOLDERS = frozenset({"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"})


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256, in hex, over paths and bytes in path order.

    Each path and each content is preceded by its length, so that no two different sets
    of files read as the same bytes.
    """
    total = hashlib.sha256()
    for path, content in sorted(files):
        for part in (path.encode("utf-8", "surrogateescape"), content):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def files_below(folder: Path) -> Iterator[Path]:
    """Every file of one of our own folders, without what tools leave behind."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and SKIPPED_FOLDERS.isdisjoint(path.relative_to(folder).parts):
            yield path


def folder_digest(folder: Path, parts: tuple[str, ...]) -> str:
    """The digest of the named files and folders directly in `folder`."""
    found = [
        path
        for part in parts
        for path in ([folder / part] if (folder / part).is_file() else files_below(folder / part))
    ]
    return digest_of((path.relative_to(folder).as_posix(), path.read_bytes()) for path in found)
