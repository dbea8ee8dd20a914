"""Evidence: what tests and checks saw. Points are not known here, and nothing is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["passed", "failed", "error", "skipped"]
ExhibitSource = Literal["test", "check", "build", "sanitizer"]
SourceState = Literal["completed", "failed", "unavailable"]
HUES = ("", "k", "b", "d", "s", "n", "c", "p", "o")
"""Plain, keyword, built-in, name being defined, string, number, comment, preprocessor or decorator,
operator."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A place in a file of the submission. Line and column count from 1; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a static check found. `check` is its registered name, such as `py.bare-except`."""

    check: str
    message: str
    location: Location
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TraceLine:
    """One frame of a traceback in the learner's own files, outermost first."""

    location: Location
    function: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step of an interleaving: which thread ran which line, and what it touched."""

    thread: str
    location: Location
    source: str
    event: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhibit:
    """One piece of evidence under a criterion, safe to show to the learner.

    `subject` is the test, check or build profile; `message` says what was seen.
    """

    source: ExhibitSource
    subject: str
    outcome: Outcome
    message: str
    location: Location | None = None
    traceback: tuple[TraceLine, ...] = ()
    interleaving: tuple[Step, ...] = ()
    output: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TestOutcome:
    """What one hidden test came to. `criterion` is the id that its marker names."""

    __test__ = False

    criterion: str
    name: str
    outcome: Outcome
    seconds: float
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckOutcome:
    """What one static check came to: `error` when it crashed, `skipped` when a file could
    not be parsed, `failed` when it has findings.
    """

    check: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    message: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceSource:
    """Whether a source of evidence did its work: an empty list is not the same as a crash."""

    name: str
    state: SourceState
    message: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Integrity:
    """A sign that the submission tried to influence its own grading; a person should look."""

    kind: str
    message: str
    location: Location | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Highlight:
    """The colours of one file: for each listed line, runs of a hue of HUES and a length.

    Lengths are characters, at least 1, and add up to the length of the line as it is listed.
    """

    path: str
    lines: tuple[tuple[tuple[str, int], ...], ...] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """All that was seen of one submission. `findings` has also those that no criterion asks for."""

    tests: tuple[TestOutcome, ...] = ()
    checks: tuple[CheckOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    sources: tuple[EvidenceSource, ...] = ()
    integrity: tuple[Integrity, ...] = ()
    output: str = ""
    highlights: tuple[Highlight, ...] = ()
