"""What is to be compiled for one program in one profile: decided here, done in `workshop`."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import ExerciseError
from grader.languages.cpp.compose import alone, compose, macro_names
from grader.languages.cpp.profiles import Profile, profile
from grader.languages.cpp.toolchain import STANDARD, Toolchain
from grader.model import Exercise, Program, SourceFile, Submission

INSIDE = Path(__file__).resolve().parent / "inside"
SOURCE_SUFFIXES = (".cpp", ".cc", ".cxx")
COMMON_FLAGS = (
    STANDARD,
    "-pthread",
    "-pipe",
    "-w",
    "-ftemplate-depth=256",
    "-ftrivial-auto-var-init=pattern",
)
"""No warnings and no deep templates, which a hostile source could flood us with. What nobody has
initialised holds a pattern, so that it is not right by accident: no sanitizer here sees that."""
COMMAND_LINES = ("plan.py", "compiling.py", "profiles.py", "batch.py", "foreign.py")
"""Modules whose change may change what is built."""
GCC_FLAGS = (
    "-fdiagnostics-plain-output",
    "-fmax-errors=5",
    "-fno-lifetime-dse",
    "-fno-var-tracking",
)
"""The third keeps the pattern where a constructor begins, and stores where a destructor ends. The
last saves a fourth of the time: reports need lines, and nobody asks where a variable is kept."""
CLANG_FLAGS = (
    "-fno-caret-diagnostics",
    "-fno-color-diagnostics",
    "-fno-diagnostics-fixit-info",
    "-ferror-limit=5",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One translation unit. `hidden` says that its text is ours, to be kept from the learner.

    `text` goes to the compiler's standard input, so that no `#include` finds it by its path;
    a learner's own source has the one line that includes it. With `checked_only`, nothing is
    made of it: it has to compile.
    """

    name: str
    text: str = field(repr=False)
    hidden: bool
    checked_only: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildPlan:
    """Everything that the result depends on. `key` is a hash over all of it."""

    program: str
    profile: Profile
    toolchain: Toolchain
    files: tuple[SourceFile, ...]
    units: tuple[Unit, ...]
    build_seconds: float
    key: str

    @property
    def file_names(self) -> tuple[str, ...]:
        """The learner's files that take part, as they are named in their submission."""
        return tuple(file.path for file in self.files)

    def unit_key(self, unit: Unit) -> str:
        """A hash over what `unit` is compiled from: the same in every plan that shares it."""
        flags = () if unit.checked_only else self.profile.compile_flags
        return _digest(runtime_digest(self.toolchain), *flags, *_contents(self.files), unit.text)


def plan(
    exercise: Exercise,
    submission: Submission,
    program: Program,
    profile_name: str,
    toolchain: Toolchain,
) -> BuildPlan:
    """The build of `program` with the submission's files in one profile.

    Headers that a learner adds are there for `#include`, and need not be enough for themselves.

    Raises ExerciseError when a hidden source is missing, ToolMissing when a sanitizer is.
    """
    files = submission.files
    sources = tuple(name for name in exercise.files if name.endswith(SOURCE_SUFFIXES))
    headers = tuple(name for name in exercise.files if name not in sources)
    chosen = profile(profile_name, toolchain)
    units = (
        *(Unit(name=path, text=alone(path), hidden=False, checked_only=True) for path in headers),
        *(Unit(name=path, text=alone(path), hidden=False) for path in sources),
        *(_hidden_unit(exercise, name, files) for name in program.sources),
    )
    texts = [part for unit in units for part in (unit.name, unit.text)]
    return BuildPlan(
        program=program.name,
        profile=chosen,
        toolchain=toolchain,
        files=files,
        units=units,
        build_seconds=exercise.limits.build_seconds,
        key=_digest(runtime_digest(toolchain), *chosen.compile_flags, *_contents(files), *texts),
    )


@functools.cache
def runtime_digest(toolchain: Toolchain) -> str:
    """A hash over the compiler and all of our own text that is compiled with it."""
    ours = (*sorted(INSIDE.rglob("*.?pp")), *(INSIDE.with_name(name) for name in COMMAND_LINES))
    texts = (part for path in ours for part in (path.name, path.read_text(encoding="utf-8")))
    return _digest(toolchain.compiler, toolchain.version, *texts)


def _hidden_unit(exercise: Exercise, name: str, files: Iterable[SourceFile]) -> Unit:
    path = exercise.hidden / name
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path}: cannot be read: {error}") from None
    macros = {macro for file in files for macro in macro_names(file.text)}
    return Unit(name=name, text=compose(name, source, exercise.files, macros), hidden=True)


def _contents(files: Iterable[SourceFile]) -> list[str]:
    return [
        part for file in files for part in (file.path, hashlib.sha256(file.content).hexdigest())
    ]


def _digest(*parts: str) -> str:
    """SHA-256 over parts that cannot run into one another."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode()
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
