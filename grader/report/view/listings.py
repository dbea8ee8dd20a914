"""The learner's files with remarks under their lines, as a reviewer would leave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from grader.model import Criterion, Finding, SourceFile
from grader.report.view import bounds
from grader.report.view.numbers import counted
from grader.report.view.pieces import Evidence, Listing, Note, Place, Some, SourceLine
from grader.report.view.safe import line, message
from grader.report.view.shapes import CriterionView
from grader.report.view.shelf import Sheet, Shelf

_OPEN_LINES = 400  # a longer file without remarks starts folded


def listings(
    files: Sequence[SourceFile],
    shelf: Shelf,
    views: Sequence[CriterionView],
    findings: Sequence[Finding],
    criteria: Sequence[Criterion],
) -> Some[Listing]:
    """All listed files with the remarks that evidence and findings make on their lines."""
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    remarks = chain(_from_evidence(views), _from_findings(findings, shelf, views, criteria))
    for place, note in islice(remarks, bounds.NOTES):
        notes[place.href].append(note)
    left_out = len(files) - len(shelf.sheets)
    return Some(
        items=tuple(_listing(sheet, notes) for sheet in shelf.sheets.values()),
        left_out=left_out,
        note=f"[cut: {counted(left_out, 'further file')} not listed]" if left_out else "",
    )


def _from_evidence(views: Sequence[CriterionView]) -> Iterator[tuple[Place, Note]]:
    """A remark at the place of each exhibit that tells of something wrong."""
    for view in views:
        for item in view.seen.items:
            place, text = _where(item)
            if place is None or not place.href or item.tone == "idle":
                continue
            yield (
                place,
                Note(
                    tone=item.tone, label=view.title, text=text, advice="", href=f"#{view.anchor}"
                ),
            )


def _where(item: Evidence) -> tuple[Place | None, str]:
    """Where a reader should look first, and what to say there."""
    said = item.message.split("\n")[0]
    if item.place is None and item.frames.items:
        return item.frames.items[-1].place, said
    if item.place is None and item.lanes:
        return item.lanes.gap, "In the order that broke it, another thread came in after this line."
    return item.place, said


def _from_findings(
    findings: Sequence[Finding],
    shelf: Shelf,
    views: Sequence[CriterionView],
    criteria: Sequence[Criterion],
) -> Iterator[tuple[Place, Note]]:
    """A remark for each finding that the evidence has not pointed at already."""
    told = {
        (item.subject, item.place.file, item.place.line)
        for view in views
        for item in view.seen.items
        if item.place is not None
    }
    asked = {
        check: view
        for criterion, view in zip(criteria, views, strict=True)
        for check in criterion.checks
    }
    for finding in findings:
        place = shelf.place(finding.location)
        if not place.href or (finding.check, place.file, place.line) in told:
            continue
        view = asked.get(finding.check)
        yield (
            place,
            Note(
                tone="lost" if view else "info",
                label=view.title if view else "Also noticed",
                text=message(finding.message).split("\n")[0],
                advice=line(finding.advice, bounds.MESSAGE_CHARS),
                href=f"#{view.anchor}" if view else "",
            ),
        )


def _listing(sheet: Sheet, notes: dict[str, list[Note]]) -> Listing:
    """One file, its lines numbered from 1."""
    lines = []
    total = 0
    for number, code in enumerate(sheet.lines, 1):
        anchor = f"{sheet.anchor}-{number}"
        here = list(dict.fromkeys(notes.get(f"#{anchor}", ())))
        total += len(here)
        lines.append(SourceLine(number=number, anchor=anchor, code=code, notes=_few(here)))
    remarks = counted(total, "remark") if total else "no remarks"
    return Listing(
        path=line(sheet.path),
        anchor=sheet.anchor,
        summary=f"{counted(len(sheet.raw), 'line')}, {remarks}",
        lines=tuple(lines),
        remarks=sheet.remarks,
        is_open=total > 0 or len(lines) <= _OPEN_LINES,
    )


def _few(notes: Sequence[Note]) -> tuple[Note, ...]:
    """As many notes as one line can carry; the rest are counted."""
    rest = len(notes) - bounds.NOTES_PER_LINE
    if rest <= 0:
        return tuple(notes)
    more = Note(
        tone="info",
        label="More",
        text=f"[cut: {counted(rest, 'further remark')} on this line]",
        advice="",
        href="",
    )
    return (*notes[: bounds.NOTES_PER_LINE], more)
