"""What every format shows: all decided, all text safe to show, nothing rendered.

No text holds a control, direction or invisible character; only messages hold line ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.model.exercise import Language, VariantKind
from grader.report.view.numbers import Number

Mark = Literal["kept", "declared", "undeclared", "missing", "skipped", "unjudged", "unsteady"]

MEANINGS: dict[Mark, str] = {
    "kept": "earned",
    "declared": "lost, as declared",
    "undeclared": "lost, not declared",
    "missing": "not lost, though declared",
    "skipped": "skipped: what it requires was lost",
    "unjudged": "no verdict",
    "unsteady": "seeds disagree",
}
"""Each mark in the words of a legend."""
GLYPHS: dict[Mark, str] = {
    "kept": "·",
    "declared": "◌",
    "undeclared": "✗",
    "missing": "?",
    "skipped": "-",
    "unjudged": "!",
    "unsteady": "≠",
}
"""Each mark in one character."""
AS_IT_SHOULD: frozenset[Mark] = frozenset({"kept", "declared", "skipped"})
"""Marks that break no claim."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A criterion: its number from 1, and how many variants lose it as they declare."""

    number: int
    id: str
    title: str
    points: Number
    lost_by: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What one variant came to under one criterion; `text` says it in full."""

    mark: Mark
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A variant with all its gradings. `seconds` are those of the slowest one.

    `fault` is set, and `cells` are empty, when it could not be graded.
    """

    kind: VariantKind
    name: str
    note: str
    cells: tuple[Cell, ...]
    fault: str
    seconds: float
    gradings: int
    cached: int

    @property
    def is_sound(self) -> bool:
        """Whether it lost what it must, and no more."""
        return not self.fault and all(cell.mark in AS_IT_SHOULD for cell in self.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One point of a proof. `name` is unique in its exercise; `line` counts from 1, 0 is unknown.

    `message` is empty when it holds.
    """

    name: str
    claim: str
    subject: str
    holds: bool
    message: str
    file: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A claim that is broken for a subject, with every message once."""

    claim: str
    subject: str
    messages: tuple[str, ...]
    file: str
    line: int

    @property
    def place(self) -> str:
        """`file:line`, as editors and terminals take it."""
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One entry of a section: what it is, where, and for an edit the code before and after."""

    text: str
    place: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """What else is known of an exercise: a title, a sentence or a figure, and entries if any."""

    title: str
    told: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ExerciseView:
    """One exercise. One that cannot be read has a problem for each mistake, and no matrix."""

    id: str
    title: str
    language: Language | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
    seconds: float
    readable: bool
    sections: tuple[Section, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every claim holds."""
        return not self.problems

    @property
    def gradings(self) -> int:
        """How often a variant was graded, now or before."""
        return sum(row.gradings for row in self.rows)

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that its matrix shows."""
        return frozenset(cell.mark for row in self.rows for cell in row.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofView:
    """All exercises of one call. `seconds` are of the wall clock."""

    exercises: tuple[ExerciseView, ...]
    seconds: float
    facts: tuple[tuple[str, str], ...]

    @property
    def holds(self) -> bool:
        """Whether every claim about every exercise holds."""
        return all(item.holds for item in self.exercises)

    @property
    def points(self) -> int:
        """How many claims were checked."""
        return sum(len(item.cases) for item in self.exercises)

    @property
    def broken(self) -> int:
        """How many of them are broken."""
        return sum(not case.holds for item in self.exercises for case in item.cases)

    @property
    def gradings(self) -> int:
        """How many gradings the proof rests on."""
        return sum(item.gradings for item in self.exercises)

    @property
    def cached(self) -> int:
        """How many of them were done before and kept."""
        return sum(row.cached for item in self.exercises for row in item.rows)

    @property
    def marks(self) -> frozenset[Mark]:
        """The marks that some matrix shows."""
        return frozenset(mark for item in self.exercises for mark in item.marks)
