"""What a build comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from grader.languages.cpp.diagnostics import Diagnostic
from grader.languages.cpp.places import Places
from grader.languages.cpp.profiles import Profile
from grader.languages.cpp.symbols import Lookup


@dataclass(frozen=True, kw_only=True, slots=True)
class Artefact:
    """A program that can be started. `lookup` finds the functions and lines of addresses in it."""

    path: Path
    profile: Profile
    places: Places
    lookup: Lookup = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildResult:
    """One program in one profile. Either `artefact` or a reason why there is none.

    `diagnostics` blame the submission; `fault` is ours, and means that nothing can be judged.
    `seconds` is wall-clock time; `cached` says that the program was built before.
    """

    program: str
    profile: str
    artefact: Artefact | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    fault: str = ""
    seconds: float = 0.0
    cached: bool = False

    @property
    def ok(self) -> bool:
        """Whether there is a program."""
        return self.artefact is not None
