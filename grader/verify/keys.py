"""What the result of a grading depends on, as one hash: equal keys, equal results.

A key covers the files of the exercise (of the wrong fixes only the one that is graded), its rubric,
the source of this package, everything installed beside it, interpreter, kernel and compiler, the
rung of the sandbox, and the seed. No absolute path is in it, so a cache can travel.
"""

from __future__ import annotations

import functools
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from grader.errors import ToolMissing
from grader.languages.cpp.toolchain import find_toolchain
from grader.load.digests import digest_of, files_below
from grader.model import Exercise, Language, Rubric, Variant

APART = frozenset({"mutants", "samples"})
"""Parts of an exercise that the grading of another variant never looks at."""
PACKAGE = Path(__file__).resolve().parents[1]


def key_of(
    exercise: Exercise, rubric: Rubric, variant: Variant, seed: int, rung: str
) -> str | None:
    """The key of one grading, in hex; None when what it depends on cannot be told from files.

    That is so when a link is among them, or one cannot be read, or no compiler is found.
    """
    try:
        parts = {
            "machine": machine(exercise.language),
            "rung": rung,
            "exercise": f"{exercise.id} {exercise.digest} {_shared(exercise.folder)}",
            "rubric": rubric.digest,
            "variant": f"{variant.kind} {variant.name} {_digest(variant.folder)}",
            "seed": str(seed),
        }
    except (OSError, ToolMissing):
        return None
    return digest_of((name, value.encode()) for name, value in parts.items())


@functools.cache
def machine(language: Language) -> str:
    """The digest of all that grades: this package, what is installed, what it runs on.

    Raises ToolMissing when the language's compiler is missing.
    """
    installed = sorted((item.name, item.version) for item in distributions())
    parts = {
        "source": _digest(PACKAGE),
        "installed": repr(installed),
        "python": sys.version,
        "system": platform.platform(),
        "compiler": "",
    }
    if language == "cpp":
        found = find_toolchain()
        parts["compiler"] = f"{found.compiler} {found.version} {sorted(found.sanitizers)}"
    return digest_of((name, value.encode()) for name, value in parts.items())


def _shared(folder: Path) -> str:
    """The digest of what every grading of an exercise may look at."""
    return digest_of(
        (name, path.read_bytes())
        for name, path in _files(folder)
        if name.partition("/")[0] not in APART
    )


def _digest(folder: Path) -> str:
    return digest_of((name, path.read_bytes()) for name, path in _files(folder))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Pairs of relative path and file. OSError when a link would hide where content lies."""
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        if any(each.is_symlink() for each in (path, *path.parents[: name.count("/")])):
            raise OSError(f"{path} is reached through a link")
        yield name, path
