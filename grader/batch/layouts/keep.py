"""Files of ours on disk: single files gathered into folders, and what a class zip holds.

Everything is written below one folder, whole or not at all; a second run finds what is there,
compares it and writes nothing twice. Nothing is ever removed.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from grader.errors import GraderError
from grader.load.digests import digest_of
from grader.load.folders import read_descriptor
from grader.load.names import display
from grader.load.trees import MAX_FILE_BYTES, Irregular

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY


class Shelf:
    """A folder of ours."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; it is made when something is kept."""
        self.folder = folder

    def keep(self, label: str, files: Mapping[str, bytes]) -> Path:
        """A folder with exactly these files, called after `label`; names are of one part.

        The folder's place follows from label and content. Raises GraderError when it cannot be
        written.
        """
        digest = digest_of([("", label.encode("utf-8", "replace")), *sorted(files.items())])
        home = self.folder / f"handed-{digest[:24]}" / slug(label)
        for name, content in files.items():
            self.write(home / name, content)
        return home

    def write(self, path: Path, content: bytes) -> None:
        """Put one file there, whole or not at all; raises GraderError."""
        try:
            if _holds(path, content):
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            parts = self.folder / "parts"
            parts.mkdir(exist_ok=True)
            descriptor, part = tempfile.mkstemp(dir=parts)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(content)
                os.replace(part, path)
            except OSError:
                os.unlink(part)
                raise
        except OSError as error:
            raise self._unwritable(error) from error

    def make_folder(self, path: Path) -> None:
        """Make an empty folder there, unless a file is; raises GraderError."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            return
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> GraderError:
        where = display(str(self.folder))
        words = f"cannot write below {where}: {error.strerror}"
        return GraderError(f"{words}; make room, or choose another folder")


def read_file(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """The bytes of an ordinary file of at most `limit` bytes; raises Irregular."""
    try:
        descriptor = os.open(path, _READ)
    except OSError as error:
        raise Irregular(f"not readable: {error.strerror}") from error
    try:
        return read_descriptor(descriptor, limit)
    finally:
        os.close(descriptor)


def slug(label: str) -> str:
    """A plain file name that still reads like `label`."""
    plain = re.sub(r"[^\w.@-]+", "-", label, flags=re.ASCII).strip("-.")[:60]
    return plain or "submission"


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.lstat().st_size == len(content) and read_file(path, len(content)) == content
    except (OSError, Irregular):
        return False
