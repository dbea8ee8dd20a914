"""The shapes of a whole report: every word, number, order and link in it, decided.

All text is safe to show (`grader.report.view.safe`) but not escaped for any format.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.model import GradeStatus, Status
from grader.report.view.numbers import Number
from grader.report.view.pieces import Diff, Evidence, Listing, Output, Place, Some, Tone


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionView:
    """A criterion. `works` are its exhibits that passed, `seen` are the others. `opens`
    says what else earning it would let be judged, or is empty.
    """

    id: str
    anchor: str
    title: str
    kind: str
    kind_label: str
    status: Status
    status_label: str
    tone: Tone
    points: Number
    max_points: Number
    gain_label: str
    earned_label: str
    opens: str
    cause: str
    consequence: str
    next_step: str
    reason: str
    seen: Some[Evidence]
    works: Some[Evidence]


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A criterion's part of the points strip, in percent of its width."""

    start: str
    width: str
    earned: str
    tone: Tone
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendEntry:
    """How many criteria came out one way, such as `3 earned`."""

    tone: Tone
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BannerItem:
    """One point of a banner, and the place that it is about."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Banner:
    """Something to know before reading the number."""

    tone: Tone
    icon: Tone = "fault"
    title: str
    text: str
    items: tuple[BannerItem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingView:
    """What a static check found."""

    check: str
    message: str
    advice: str
    place: Place


@dataclass(frozen=True, kw_only=True, slots=True)
class IgnoredView:
    """A file that was left out, and why."""

    path: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """A sign that the submission tried to influence its own grading."""

    kind: str
    message: str
    place: Place | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceState:
    """Whether a source of evidence did its work."""

    name: str
    state: str
    state_label: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What produced the grade. Digests are hex; seconds are wall-clock, and stages overlap."""

    rung: str
    rung_label: str
    seed: int
    hashes: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    seconds: tuple[tuple[str, float], ...]
    times: tuple[str, ...]
    sources: tuple[SourceState, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """The top of the report. `page_title` is for the window."""

    page_title: str
    exercise: str
    title: str
    facts: tuple[str, ...]
    submission: str
    headline: str
    unit: str
    verdict: str
    is_full: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportView:
    """A whole report. `criteria` are in the rubric's order; `lost` are costliest first, and
    `steps` are the first few of them. `extras` are findings that no criterion asks for.
    """

    heading: Heading
    status: GradeStatus
    points: Number | None
    max_points: Number
    percent: Number | None
    banners: tuple[Banner, ...]
    strip: tuple[Segment, ...]
    strip_label: str
    legend: tuple[LegendEntry, ...]
    steps: Some[CriterionView]
    criteria: tuple[CriterionView, ...]
    lost: tuple[CriterionView, ...]
    earned: tuple[CriterionView, ...]
    unjudged: tuple[CriterionView, ...]
    findings: Some[FindingView]
    extras: Some[FindingView]
    integrity: Some[Sign]
    listings: Some[Listing]
    diffs: Some[Diff]
    ignored: Some[IgnoredView]
    output: Output | None
    rejection: str
    about: About
