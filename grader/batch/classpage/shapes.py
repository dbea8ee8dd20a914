"""What the class page shows: plain data, every word and place decided, every text safe to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A name, and the report it leads to (relative, quoted), or ""."""

    name: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A part of the whole in a drawing and its legend. `start` and `width` are percentages."""

    tone: str
    label: str
    start: str
    width: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """Something that a person should do: how many, what, and where on the page it is listed."""

    tone: str
    count: str
    text: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar of a histogram in its units; `top` is where it begins. `label` is of its bin."""

    x: str
    middle: str
    top: str
    width: str
    height: str
    count: int
    label: str
    told: str
    is_full: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Histogram:
    """Bars, and below them where the middle half of the class lies."""

    title: str
    width: str
    height: str
    base: str
    bars: tuple[Bar, ...]
    box_x: str
    box_width: str
    median_x: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionRow:
    """One criterion; `missed` of `judged`, `rate` in hundredths with a `width` for its bar."""

    id: str
    title: str
    points: str
    rate: str
    width: str
    counted: str
    beside: str
    discrimination: str
    meaning: str
    tone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExerciseView:
    """One exercise. `figures` are pairs of a name and a figure."""

    anchor: str
    id: str
    title: str
    language: str
    told: str
    counts: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    histogram: Histogram | None
    criteria: tuple[CriterionRow, ...]
    graded: str
    full: str
    most_missed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """Units of one exercise that have no grade for one reason."""

    exercise: str
    count: str
    reason: str
    people: tuple[Person, ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TroubleTable:
    """All units without a grade of one kind, and what to do about them."""

    anchor: str
    title: str
    tone: str
    advice: str
    rows: tuple[Trouble, ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something about one unit: a sign for review, a decision, a line of policy, a time."""

    person: Person
    exercise: str
    text: str
    beside: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarks:
    """A list of remarks, and how many are only in a file."""

    items: tuple[Remark, ...]
    total: int
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageView:
    """One side of a match: whose, where, and numbered lines."""

    title: str
    lines: tuple[tuple[str, str], ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PairView:
    """Two submissions that are alike, with their passages side by side."""

    exercise: str
    share: str
    first: Person
    second: Person
    matches: tuple[tuple[PassageView, PassageView], ...]
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PairsView:
    """The pairs that are shown, and how many are only in a file."""

    items: tuple[PairView, ...]
    total: int
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CellView:
    """One student's result of one exercise: `text` to read, `told` for a screen reader."""

    text: str
    tone: str
    told: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StudentRow:
    """One student: a cell for each exercise, and the sum."""

    name: str
    id: str
    section: str
    cells: tuple[CellView, ...]
    total: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StudentsView:
    """The table of students and exercises. `columns` are pairs of id and anchor."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[StudentRow, ...]
    total: int
    more: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ClassView:
    """The whole page."""

    name: str
    facts: tuple[str, ...]
    headline: str
    of_all: str
    verdict: str
    is_done: bool
    counts: tuple[Count, ...]
    counts_told: str
    tasks: tuple[Task, ...]
    exercises: tuple[ExerciseView, ...]
    troubles: tuple[TroubleTable, ...]
    integrity: Remarks
    decisions: Remarks
    slowest: Remarks
    unplaced: Remarks
    pairs: PairsView
    students: StudentsView
