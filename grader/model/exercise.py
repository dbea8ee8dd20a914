"""An exercise as it stands on disk: plain frozen data, no I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Language = Literal["python", "cpp"]
VariantKind = Literal["starter", "solution", "mutant", "machine", "probe"]
"""`machine` is a mutant that no person wrote: all that is asked is whether it loses a point.
`probe` is none that ships: a proof grades it to see what happens (docs/verify.md)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one grading may use. Seconds are wall-clock, sizes are MiB or KiB as named."""

    call_seconds: float = 2.0
    test_seconds: float = 20.0
    build_seconds: float = 60.0
    memory_mib: int = 256
    output_kib: int = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Program:
    """One compiled scenario program: sources in `hidden/`, and a build for each profile.

    A profile is `plain`, `thread`, or a comma-separated list of sanitizers such as
    `address,undefined`.
    """

    name: str
    sources: tuple[str, ...]
    profiles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Flaw:
    """One flaw of the starter. `lines` is first and last line in `file`, 1-based, inclusive."""

    id: str
    file: str
    lines: tuple[int, int]
    kind: str
    summary: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """A complete submission that ships with the exercise and the criteria it must lose.

    `loses` names the criteria that must fail; what is skipped follows from `requires`.
    `note` is the approach of a solution, or what is wrong with a mutant, in one sentence.
    """

    name: str
    kind: VariantKind
    folder: Path
    loses: frozenset[str]
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Exercise:
    """A flawed snippet with its task, hidden tests, reference solutions and mutants.

    `files` are the files that a learner hands in, relative to the submission; the first
    is the one that hidden tests reach as `solution`. `guide_lines` is first and last
    line of the snippet in the interview guide, 1-based.
    """

    id: str
    title: str
    language: Language
    difficulty: int
    minutes: int
    summary: str
    files: tuple[str, ...]
    guide_section: str
    guide_lines: tuple[int, int]
    folder: Path
    limits: Limits
    programs: tuple[Program, ...]
    starter: Variant
    solutions: tuple[Variant, ...]
    mutants: tuple[Variant, ...]
    flaws: tuple[Flaw, ...]
    digest: str = field(repr=False)

    @property
    def hidden(self) -> Path:
        """The folder of the oracle, the scenarios and the exercise's own checks."""
        return self.folder / "hidden"

    @property
    def module(self) -> str:
        """Import name of the first file: the module that hidden tests call `solution`."""
        return Path(self.files[0]).stem
