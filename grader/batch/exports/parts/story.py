"""What people decided and what policy did, in words: the same lines in every format."""

from __future__ import annotations

from datetime import datetime

from grader.batch.book import Adjustment, Comment, CriterionMark, Entry, Override
from grader.batch.exports.parts.texts import name, points, words
from grader.report.view import safe

_STATUS_LINES = {
    "incomplete": "Not graded: a fault on the grader's side, a person has to look.",
    "rejected": "Not graded: the submission was refused.",
    "missing": "Nothing was handed in.",
}


def when(moment: datetime) -> str:
    """A moment to the second, with its offset from UTC where it has one."""
    return moment.isoformat(sep=" ", timespec="seconds")


def signed(item: Adjustment) -> str:
    """The points of a line of policy with their sign, such as `-10`."""
    return points(item.points) if item.points < 0 else f"+{points(item.points)}"


def policy_line(item: Adjustment) -> str:
    """A line of policy, such as `Two days late: -10 points`."""
    return f"{words(item.label)}: {signed(item)} points"


def override_line(item: Override, graded: CriterionMark) -> str:
    """A person's decision about one criterion: points, who, when and why."""
    return (
        f"{name(graded.title)}: {points(item.points)} of {points(graded.max_points)} points "
        f"instead of {points(graded.graded)}, decided by {name(item.who)} on {when(item.when)}: "
        f"{words(item.because)}"
    )


def comment_line(item: Comment) -> str:
    """What a person wrote, with who and when."""
    return f"{name(item.who)} on {when(item.when)}: {words(item.text)}"


def overrides(entry: Entry) -> tuple[str, ...]:
    """The lines of all decisions about `entry`."""
    return tuple(
        override_line(mark.override, mark) for mark in entry.criteria if mark.override is not None
    )


def verdict(entry: Entry) -> str:
    """The result in one line: the points, or why there is no number."""
    if entry.points is not None:
        return f"{points(entry.points)} of {points(entry.assignment.max_points)} points"
    note = f" Reason: {words(entry.note)}" if entry.note else ""
    open_marks = "Not graded: a criterion is still without a verdict, a person has to look."
    return _STATUS_LINES.get(entry.status, open_marks) + note


def mark_line(mark: CriterionMark) -> str:
    """One criterion with its points and status."""
    given = f"{points(mark.points)} of {points(mark.max_points)}"
    if mark.status == "error" and mark.override is None:
        given = f"not judged, worth {points(mark.max_points)}"
    changed = ", changed by a person" if mark.override is not None else ""
    return f"{name(mark.title)}: {given} ({name(mark.status)}{changed})"


def explained(mark: CriterionMark, most: int = 8) -> tuple[str, ...]:
    """Why points were lost: what was seen (`most` pieces), the cause, the next step.

    Nothing where a person gave all points: what the grading had said would contradict them.
    """
    if mark.status == "passed" or (mark.override and mark.points >= mark.max_points):
        return ()
    lines = [words(mark.reason)] if mark.reason else []
    for found in mark.seen[:most]:
        where = ""
        if found.place is not None:
            line = f":{found.place.line}" if found.place.line else ""
            where = f"{name(found.place.file)}{line}: "
        lines.append(where + words(found.message))
    if len(mark.seen) > most:
        lines.append(f"… [cut: {len(mark.seen) - most:,} more observations]")
    if mark.status in ("failed", "partial"):
        lines += [f"Cause: {words(mark.cause)}"] * bool(mark.cause)
        lines += [f"Next step: {words(mark.next_step)}"] * bool(mark.next_step)
    return tuple(lines)


def feedback(entry: Entry) -> tuple[str, ...]:
    """All that a learner is told about one exercise, line by line."""
    lines = [verdict(entry)]
    for mark in entry.criteria:
        lines.append(mark_line(mark))
        lines += [f"  {line}" for line in explained(mark)]
    lines += [f"Changed by a person: {line}" for line in overrides(entry)]
    lines += [f"Policy: {policy_line(item)}" for item in entry.adjustments]
    lines += [f"Comment by {comment_line(item)}" for item in entry.comments]
    return tuple(lines)


def block(lines: tuple[str, ...], limit: int) -> str:
    """Lines as one text of about `limit` characters; what does not fit is left out and counted."""
    kept: list[str] = []
    room = limit
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept.append(f"… [cut: {len(lines) - len(kept):,} more lines]")
            break
        kept.append(line)
    return "\n".join(kept)


def message(text: str) -> str:
    """A tool's message as a few visible lines."""
    return safe.message(text)
