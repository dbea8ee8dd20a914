"""Writes reports, whatever a submission may have planted where they go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.cli.formats import FORMATS
from grader.errors import UsageError
from grader.files import replace
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
