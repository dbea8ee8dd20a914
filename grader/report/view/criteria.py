"""Criteria made readable, and what mending each of them is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from grader.model import CriterionResult, Exhibit, Status
from grader.report.view import bounds
from grader.report.view.exhibits import evidence
from grader.report.view.numbers import Number, counted, number, share
from grader.report.view.pieces import Evidence, Some, Tone
from grader.report.view.safe import line, message
from grader.report.view.shapes import CriterionView, LegendEntry, Segment
from grader.report.view.shelf import Shelf

_STATUSES: dict[Status, tuple[str, Tone]] = {
    "passed": ("Earned", "good"),
    "failed": ("Not earned yet", "lost"),
    "partial": ("Partly earned", "part"),
    "skipped": ("Waiting", "idle"),
    "error": ("Could not be judged", "fault"),
}
_KINDS = {"behaviour": "Behaviour", "static": "Structure", "quality": "Quality"}
_ORDER = {"failed": 0, "error": 1, "skipped": 2, "passed": 3}


def points_in_words(points: Number) -> str:
    """`1 point`, `12.5 points`."""
    return f"{points.text} {'point' if points.value == 1 else 'points'}"


def criterion_views(results: Sequence[CriterionResult], shelf: Shelf) -> tuple[CriterionView, ...]:
    """All criteria in the rubric's order."""
    waiting = waiting_on(results)
    return tuple(
        _criterion(result, at, waiting.get(result.criterion.id, ()), shelf)
        for at, result in enumerate(results, 1)
    )


def costliest_first(
    views: Sequence[CriterionView], results: Sequence[CriterionResult]
) -> tuple[CriterionView, ...]:
    """The criteria that lost points, by what mending them is worth, waiting ones included."""
    waiting = waiting_on(results)
    worth = {
        result.criterion.id: _missing(result) + sum(map(_missing, waiting[result.criterion.id]))
        for result in results
        if result.criterion.id in waiting
    }
    lost = [view for view in views if view.status in ("failed", "partial")]
    return tuple(sorted(lost, key=lambda view: -worth[view.id]))


def waiting_on(results: Sequence[CriterionResult]) -> dict[str, tuple[CriterionResult, ...]]:
    """For each criterion that lost points: the skipped ones that need it, directly or not."""
    needs = {result.criterion.id: set(result.criterion.requires) for result in results}
    for _ in results:  # as many rounds as the longest chain can have links
        for wanted in needs.values():
            wanted.update(*(needs.get(other, set()) for other in tuple(wanted)))
    skipped = [result for result in results if result.status == "skipped"]
    return {
        result.criterion.id: tuple(
            other for other in skipped if result.criterion.id in needs[other.criterion.id]
        )
        for result in results
        if result.status in ("failed", "partial")
    }


def strip(results: Sequence[CriterionResult]) -> tuple[Segment, ...]:
    """The criteria side by side, each as wide as its points."""
    whole = sum((result.criterion.points for result in results), Fraction(0))
    segments = []
    start = Fraction(0)
    for result in results:
        points = result.criterion.points
        label, tone = _STATUSES[result.status]
        scored = f"{number(result.points).text} of {number(points).text}"
        segments.append(
            Segment(
                start=share(start, whole),
                width=share(points, whole),
                earned=share(result.points, whole),
                tone=tone,
                label=f"{line(result.criterion.title)}: {label.lower()}, {scored}",
            )
        )
        start += points
    return tuple(segments)


def legend(results: Sequence[CriterionResult]) -> tuple[LegendEntry, ...]:
    """How many criteria came out each way; ways that did not occur are left off."""
    counts = Counter(result.status for result in results)
    return tuple(
        LegendEntry(tone=tone, text=f"{counts[status]} {label.lower()}")
        for status, (label, tone) in _STATUSES.items()
        if counts[status]
    )


def _missing(result: CriterionResult) -> Fraction:
    """The points that a criterion still has to give."""
    return result.criterion.points - result.points


def _criterion(
    result: CriterionResult, at: int, waiting: Sequence[CriterionResult], shelf: Shelf
) -> CriterionView:
    """One criterion with its evidence."""
    criterion = result.criterion
    label, tone = _STATUSES[result.status]
    works = [item for item in result.exhibits if item.outcome == "passed"]
    seen = [item for item in result.exhibits if item.outcome != "passed"]
    return CriterionView(
        id=line(criterion.id),
        anchor=f"c{at}",
        title=line(criterion.title),
        kind=criterion.kind,
        kind_label=_KINDS[criterion.kind],
        status=result.status,
        status_label=label,
        tone=tone,
        points=number(result.points),
        max_points=number(criterion.points),
        gain_label=f"+{number(_missing(result)).text}" if _missing(result) else "first",
        earned_label=f"+{number(result.points).text}" if result.points else "",
        opens=_opens(waiting),
        cause=message(criterion.cause),
        consequence=message(criterion.consequence),
        next_step=message(criterion.next_step),
        reason=message(result.reason),
        seen=_some(sorted(seen, key=lambda item: _ORDER[item.outcome]), shelf),
        works=_some(works, shelf),
    )


def _opens(waiting: Sequence[CriterionResult]) -> str:
    """What else becomes possible once a criterion is earned."""
    if not waiting:
        return ""
    points = points_in_words(number(sum(map(_missing, waiting), Fraction(0))))
    criteria = counted(len(waiting), "criterion", "criteria")
    return f"{criteria} worth {points} can only be judged after this one."


def _some(exhibits: Sequence[Exhibit], shelf: Shelf) -> Some[Evidence]:
    """As many exhibits as are worth reading, with the rest counted."""
    left_out = max(len(exhibits) - bounds.EXHIBITS, 0)
    rest = counted(left_out, "further piece", "further pieces")
    kept = exhibits[: bounds.EXHIBITS]
    first = next((item for item in kept if item.interleaving), None)
    return Some(
        items=tuple(evidence(item, shelf, unfolds=item is first) for item in kept),
        left_out=left_out,
        note=f"[cut: {rest} of evidence left out]" if left_out else "",
    )
