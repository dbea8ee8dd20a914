"""Writes reports, whatever a submission may have planted where they go."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.cli.formats import FORMATS
from grader.errors import UsageError
from grader.model import Grade
from grader.report import render


def write_reports(grade: Grade, folder: Path, formats: Iterable[str]) -> tuple[Path, ...]:
    """Write a grade in each format; the paths. UsageError when the folder cannot be used."""
    wanted = dict.fromkeys(formats)
    return write_files(folder, {FORMATS[name]: render(grade, name) for name in wanted})


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files of these names; the paths. UsageError when the folder cannot be used."""
    if folder.is_symlink():
        raise UsageError(f"{folder} is a link; name a real folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(replace(folder / name, content) for name, content in contents.items())
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}; name another --out") from None


def replace(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all; a link at `path` is replaced, never followed."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return path
