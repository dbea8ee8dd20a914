"""The table of students and exercises, and the pairs of submissions that are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from grader.batch.book import Entry, Gradebook
from grader.batch.classpage.shapes import (
    CellView,
    PairsView,
    PairView,
    PassageView,
    Person,
    StudentRow,
    StudentsView,
)
from grader.batch.classpage.words import NOTHING, TONES, href, more, name, percent
from grader.batch.similar import Match, Pair, Passage
from grader.report.view import safe
from grader.report.view.numbers import counted, number

STUDENTS = 500
PAIRS = 30
MATCHES = 4
LINES = 16
_WORDS = {"incomplete": "open", "rejected": "rejected", "missing": "missing", "graded": NOTHING}


def students(book: Gradebook) -> StudentsView:
    """A row for each student of the class, in the order of the book."""
    entries = {(entry.student.id, entry.assignment.exercise): entry for entry in book.entries}
    shown = book.students[:STUDENTS]
    rows = []
    for student in shown:
        own = [entries.get((student.id, item.exercise)) for item in book.assignments]
        rows.append(
            StudentRow(
                name=name(student.label),
                id=name(student.id) if student.name else "",
                section=name(student.section) if student.section.strip() else "",
                cells=tuple(_cell(entry) for entry in own),
                total=total([entry for entry in own if entry]),
            )
        )
    return StudentsView(
        columns=tuple(
            (safe.line(item.exercise, 64), f"x{at}") for at, item in enumerate(book.assignments, 1)
        ),
        rows=tuple(rows),
        total=len(book.students),
        more=more(len(book.students), shown, "students.csv"),
    )


def _cell(entry: Entry | None) -> CellView:
    if entry is None:
        return CellView(text=NOTHING, tone="none", told="no entry", href="")
    told = []
    if entry.integrity:
        told.append("for review")
    if any(mark.override for mark in entry.criteria):
        told.append("decided by a person")
    if entry.adjustments:
        told.append("with a line of policy")
    tone = TONES[entry.status]
    if entry.percent is not None:
        text = percent(entry.percent)
        tone = "full" if entry.percent >= 100 else "some"
        if entry.status != "graded":
            told.append(entry.status)
    else:
        text = _WORDS[entry.status]
    if entry.integrity:
        tone = "fault" if entry.percent is None else "review"
    return CellView(text=text, tone=tone, told=", ".join(told), href=href(entry.report))


def total(entries: Sequence[Entry]) -> str:
    """The points of those entries that have a number, of what could be had for them."""
    known = [entry for entry in entries if entry.points is not None]
    if not known:
        return NOTHING
    got = sum((entry.points or Fraction(0) for entry in known), Fraction(0))
    most = sum((entry.assignment.max_points for entry in known), Fraction(0))
    return f"{number(got).text} / {number(most).text}"


def pairs_view(book: Gradebook, pairs: Sequence[Pair]) -> PairsView:
    """The most alike pairs of all exercises, with their evidence."""
    names = {student.id: student.label for student in book.students}
    reports = {
        (entry.student.id, entry.assignment.exercise): entry.report for entry in book.entries
    }
    ranked = sorted(pairs, key=lambda pair: (-pair.share, pair.exercise, pair.first, pair.second))
    shown = ranked[:PAIRS]
    return PairsView(
        items=tuple(_pair(pair, names, reports) for pair in shown),
        total=len(ranked),
        more=more(len(ranked), shown, "similar.csv"),
    )


def _pair(pair: Pair, names: Mapping[str, str], reports: Mapping[tuple[str, str], str]) -> PairView:
    first, second = (
        Person(name=name(names.get(who, who)), href=href(reports.get((who, pair.exercise), "")))
        for who in (pair.first, pair.second)
    )
    longest = sorted(pair.matches, key=lambda match: -match.tokens)[:MATCHES]
    chosen: list[Match] = [match for match in pair.matches if match in longest][:MATCHES]
    rest = len(pair.matches) - len(chosen) + pair.left_out
    return PairView(
        exercise=safe.line(pair.exercise, 64),
        share=f"{percent(pair.share * 100)} %",
        first=first,
        second=second,
        matches=tuple(
            (_passage(first.name, match.first), _passage(second.name, match.second))
            for match in chosen
        ),
        more=f"and {counted(rest, 'more passage')}" if rest else "",
    )


def _passage(who: str, passage: Passage) -> PassageView:
    lines = passage.text[:LINES]
    rest = len(passage.text) - len(lines) + passage.left_out
    where = (
        f"line {passage.first}"
        if passage.first == passage.last
        else (f"lines {passage.first} to {passage.last}")
    )
    return PassageView(
        title=f"{who}, {safe.line(passage.file, 80)}, {where}",
        lines=tuple(
            (str(at), safe.line(text.rstrip()))
            for at, text in enumerate(lines, passage.first)
            if text.strip()
        ),
        more=f"… {counted(rest, 'more line')}" if rest else "",
    )
