"""What a course's terms do to one result. Pure: exact fractions in, exact fractions out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from grader.batch.book import Adjustment, Entry
from grader.batch.handed import Attempt
from grader.batch.terms import Count, Course, Late, Unit
from grader.report.view.numbers import counted, number

_UNITS: dict[Unit, timedelta] = {"day": timedelta(days=1), "hour": timedelta(hours=1)}


def countable(attempts: Sequence[Attempt], limit: int | None) -> tuple[Attempt, ...]:
    """The attempts that count: those numbered up to `limit`, by number; None: all."""
    ordered = sorted(attempts, key=lambda attempt: attempt.number)
    return tuple(item for item in ordered if limit is None or item.number <= limit)


def counting(entries: Sequence[Entry], count: Count) -> Entry | None:
    """The entry that is the result, of those of a student's attempts that count.

    The last one, or the one with the most points: of equal ones the last, and one without a
    number only where none has one.
    """
    if not entries:
        return None
    if count == "latest":
        return max(entries, key=lambda entry: entry.attempt)
    none = Fraction(-1)
    return max(
        entries,
        key=lambda entry: (none if entry.points is None else entry.points, entry.attempt),
    )


def adjustments(course: Course, entry: Entry, *, late: bool = False) -> tuple[Adjustment, ...]:
    """The lines of policy of one entry: what it loses for being late.

    `late` says that the place of handing in marked it so. Where the time is not known that
    costs nothing, and a line of 0 points asks a person. An entry without points has no lines.
    All lines together never take more than was earned.
    """
    earned = entry.earned
    exercise = entry.assignment.exercise
    due = course.due(entry.student, exercise)
    terms = course.of(exercise).late
    if earned is None:
        return ()
    if entry.submitted is None or due is None:
        return (_unknown(),) if late and terms != Late() else ()
    behind = entry.submitted.astimezone(UTC) - due.astimezone(UTC)
    percent = penalty(terms, behind)
    if not percent:
        return ()
    lost = min(max(earned, Fraction(0)), entry.assignment.max_points * percent / 100)
    if _cut_off(terms, behind):
        lost = max(earned, Fraction(0))
    return (Adjustment(label=_label(terms, behind, due), points=-lost),)


def penalty(late: Late, behind: timedelta) -> Fraction:
    """Percent of the maximum that are lost `behind` the due time, from 0 to 100."""
    if behind <= timedelta(minutes=late.grace_minutes) or behind <= timedelta(0):
        return Fraction(0)
    if _cut_off(late, behind):
        return Fraction(100)
    percent = late.percent * _begun(late, behind)
    bounds = [Fraction(100), percent]
    if late.cap_percent is not None:
        bounds.append(late.cap_percent)
    return min(bounds)


def _begun(late: Late, behind: timedelta) -> int:
    """How many days or hours have begun."""
    return -(-behind // _UNITS[late.per])


def _cut_off(late: Late, behind: timedelta) -> bool:
    after_grace = behind > max(timedelta(minutes=late.grace_minutes), timedelta(0))
    cut = late.cutoff_days is not None and behind > timedelta(days=late.cutoff_days)
    return after_grace and cut


def _unknown() -> Adjustment:
    label = "Marked as late, at a time that is not known: a person decides what that costs"
    return Adjustment(label=label, points=Fraction(0))


def _label(late: Late, behind: timedelta, due: datetime) -> str:
    """The line that people read, with all it was computed from."""
    when = due.strftime("%Y-%m-%d %H:%M %Z").strip()
    start = f"Late by {_span(behind)} (due {when})"
    if _cut_off(late, behind):
        days = counted(late.cutoff_days or 0, "day")
        return f"{start}: more than {days} late does not count"
    each = f"{number(late.percent).text} % of the maximum for each {late.per} begun"
    capped = late.cap_percent is not None and penalty(late, behind) == late.cap_percent
    cap = f", {number(late.cap_percent or Fraction(0)).text} % at most" if capped else ""
    return f"{start}: {each}{cap}"


def _span(behind: timedelta) -> str:
    """A length of time in its two largest units; what is left of a minute counts as one."""
    minutes = -(-behind // timedelta(minutes=1))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    return " ".join([counted(count, name) for count, name in parts if count][:2])
