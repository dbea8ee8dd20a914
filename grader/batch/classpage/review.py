"""What a person should look at: units without a grade, signs for review, decisions, slow ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from grader.batch.book import CriterionMark, Entry, EntryStatus, Gradebook
from grader.batch.classpage.shapes import Person, Remark, Remarks, Trouble, TroubleTable
from grader.batch.classpage.words import NAME, REASON, TONES, moment, more, name, person, signed
from grader.report.view import safe
from grader.report.view.numbers import counted, number

PEOPLE = 24
"""People named in one row."""
ROWS = 40
"""Rows of one table, items of one list."""
SLOWEST = 10

_ADVICE: dict[EntryStatus, tuple[str, str]] = {
    "incomplete": (
        "Incomplete",
        "Not the learner's failure: a tool failed or ran out of time here. Run the same batch "
        "again; it grades only what is missing. What stays open, decide with grader override.",
    ),
    "rejected": (
        "Rejected",
        "Could not be graded as handed in. Tell the learner the reason, and ask for it again.",
    ),
    "missing": (
        "Missing",
        "Nothing was found. Look at the files that have no place, then ask the learner.",
    ),
}
_REASONS: dict[EntryStatus, str] = {
    "incomplete": "no reason was recorded",
    "rejected": "no reason was recorded",
    "missing": "nothing was handed in",
}


def troubles(book: Gradebook) -> tuple[TroubleTable, ...]:
    """A table for each kind of unit without a grade that there is."""
    tables = []
    for status, (title, advice) in _ADVICE.items():
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in book.entries:
            if entry.status == status:
                groups[entry.assignment.exercise, _reason(entry)].append(entry)
        ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        rows = [
            Trouble(
                exercise=safe.line(exercise, 64),
                count=counted(len(same), "unit"),
                reason=reason,
                people=tuple(person(entry) for entry in same[:PEOPLE]),
                more=more(len(same), same[:PEOPLE], "entries.csv"),
            )
            for (exercise, reason), same in ordered
        ]
        if rows:
            tables.append(
                TroubleTable(
                    anchor=status,
                    title=title,
                    tone=TONES[status],
                    advice=advice,
                    rows=tuple(rows[:ROWS]),
                    more=more(len(rows), rows[:ROWS], "entries.csv"),
                )
            )
    return tuple(tables)


def _reason(entry: Entry) -> str:
    if entry.note.strip():
        return safe.line(" ".join(entry.note.split()), REASON)
    errors = [mark for mark in entry.criteria if mark.status == "error"]
    if errors:
        told = f"{errors[0].title}: {errors[0].reason or 'no verdict'}"
        return safe.line(" ".join(told.split()), REASON)
    return _REASONS[entry.status]


def integrity(book: Gradebook) -> Remarks:
    """The signs that a submission tried to influence its grading."""
    return _remarks(
        [
            Remark(person=person(entry), exercise=_exercise(entry), text=safe.line(sign, REASON))
            for entry in book.entries
            for sign in entry.integrity
        ],
        "review.csv",
    )


def decisions(book: Gradebook) -> Remarks:
    """Every override, line of policy and comment, by student."""
    return _remarks(
        [remark for entry in book.entries for remark in _decided(entry)], "decisions.csv"
    )


def _decided(entry: Entry) -> Iterator[Remark]:
    who, exercise = person(entry), _exercise(entry)
    for mark in entry.criteria:
        if mark.override is not None:
            yield Remark(
                person=who,
                exercise=exercise,
                text=_override(mark),
                beside=f"{name(mark.override.who)}, {moment(mark.override.when)}",
            )
    for line in entry.adjustments:
        yield Remark(
            person=who,
            exercise=exercise,
            text=f"{safe.line(line.label, REASON)}: {signed(line.points)}",
            beside="policy of the course",
        )
    for comment in entry.comments:
        yield Remark(
            person=who,
            exercise=exercise,
            text=f"Comment: {safe.line(' '.join(comment.text.split()), REASON)}",
            beside=f"{name(comment.who)}, {moment(comment.when)}",
        )


def _override(mark: CriterionMark) -> str:
    assert mark.override is not None
    because = safe.line(" ".join(mark.override.because.split()), REASON)
    return (
        f"{safe.line(mark.title, 160)}: {number(mark.override.points).text} instead of "
        f"{number(mark.graded).text}, because {because}"
    )


def slowest(book: Gradebook) -> Remarks:
    """The units whose grading took longest."""
    timed = [entry for entry in book.entries if entry.seconds > 0]
    timed.sort(key=lambda entry: (-entry.seconds, entry.student.id, entry.assignment.exercise))
    items = [
        Remark(person=person(entry), exercise=_exercise(entry), text=f"{entry.seconds:.1f} s")
        for entry in timed[:SLOWEST]
    ]
    return Remarks(items=tuple(items), total=len(timed), more="")


def unplaced(book: Gradebook) -> Remarks:
    """What was found and belongs to nobody."""
    return _remarks(
        [
            Remark(
                person=Person(name=safe.line(item.path, 2 * NAME)),
                exercise="",
                text=safe.line(" ".join(item.reason.split()), REASON),
            )
            for item in book.unplaced
        ],
        "review.csv",
    )


def _exercise(entry: Entry) -> str:
    return safe.line(entry.assignment.exercise, 64)


def _remarks(found: Sequence[Remark], file: str) -> Remarks:
    shown = tuple(found[:ROWS])
    return Remarks(items=shown, total=len(found), more=more(len(found), shown, file))
