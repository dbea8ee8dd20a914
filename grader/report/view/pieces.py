"""The shapes of what a report shows of code: places, evidence, listings, differences.

All text is safe to show (`grader.report.view.safe`) but not escaped for any format.
`href` is a link inside the page, or empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

Tone = Literal["good", "lost", "part", "idle", "fault", "info"]
T = TypeVar("T")


class Token(NamedTuple):
    """A run of source. Styles are HUES, `m` mark, `i` indentation and `u` foreign."""

    style: str
    text: str


Code = tuple[Token, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Some(Generic[T]):
    """A bounded list: what is shown, how many are not, and that in words (or empty)."""

    items: tuple[T, ...]
    left_out: int = 0
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where something is. `text` is like `cache.py:12`; line and column 0 are unknown."""

    file: str
    line: int
    column: int
    text: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One frame of the learner's traceback."""

    place: Place
    function: str
    code: Code
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LaneStep:
    """One step of an interleaving. `lane` counts from 1; `takes_over` when its thread is not
    that of the step before. `cut` says how many steps were left out just before it.
    """

    number: int
    lane: int
    thread: str
    name: str
    takes_over: bool
    place: Place
    code: Code
    source: str
    event: str
    cut: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lanes:
    """An interleaving, drawn as one lane a thread. `names` are the lanes' titles.

    `gap` is the first place where another thread came in although its own was not done.
    """

    title: str
    names: tuple[str, ...]
    steps: tuple[LaneStep, ...]
    gap: Place | None
    is_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """Captured text, under a title; `is_long` when it should start folded."""

    title: str
    text: str
    is_long: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SnippetLine:
    """One line of an excerpt; `is_hot` when it is the one that is meant."""

    number: int
    code: Code
    is_hot: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """An exhibit. `is_name` when the subject is an identifier, not a sentence."""

    source: str
    source_label: str
    subject: str
    is_name: bool
    outcome: str
    outcome_label: str
    tone: Tone
    message: str
    place: Place | None
    snippet: tuple[SnippetLine, ...]
    frames: Some[Frame]
    lanes: Lanes | None
    output: Output | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A remark under a line of the source, like a reviewer's."""

    tone: Tone
    label: str
    text: str
    advice: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceLine:
    """One line of a listing with its notes."""

    number: int
    anchor: str
    code: Code
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """One file of the submission. `remarks` are about the file as a whole."""

    path: str
    anchor: str
    summary: str
    lines: tuple[SourceLine, ...]
    remarks: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DiffLine:
    """One line of a diff; a number is empty on the side that does not have the line."""

    kind: Literal["same", "added", "removed", "skip"]
    old: str
    new: str
    sign: str
    code: Code


@dataclass(frozen=True, kw_only=True, slots=True)
class Diff:
    """What the learner changed in one file. `note` stands in where there is no line to show."""

    path: str
    added: int
    removed: int
    summary: str
    lines: tuple[DiffLine, ...]
    note: str
