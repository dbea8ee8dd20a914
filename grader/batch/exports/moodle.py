"""Moodle: fills the grading worksheet that a teacher downloaded. It never invents one.

A row is a student's when its identifier (`Participant 123`), its e-mail address, its ID number or,
where nothing else is known of the student, its full name says so, and nothing contradicts it. Rows
of nobody stay as they are. Grades are scaled to the row's `Maximum Grade`, because Moodle skips a
grade beyond it without a word. Without a number the old grade stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from fractions import Fraction

from grader.batch.book import Entry, Gradebook
from grader.batch.cells import CELL
from grader.batch.exports.parts import people, story
from grader.batch.exports.parts.options import Options, narrowed, only_assignment
from grader.batch.exports.parts.sheets import Sheet
from grader.batch.exports.parts.texts import name, points
from grader.errors import UsageError

OURS = "<p><strong>Automatic review</strong></p>"
"""Where our part of a feedback begins: what a person wrote before it is kept."""
_SPLIT = re.compile(r";[\s=+@\uff1d\uff0b\uff0d\uff20-]+")
"""A spreadsheet that splits at semicolons would see a formula begin here."""
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`moodle-<exercise>.csv`, to be uploaded, and `moodle-notes.txt` where there is a note."""
    if options.worksheet is None:
        raise UsageError(
            "moodle fills a grading worksheet: in Moodle, turn on 'Offline grading worksheet' for "
            "the assignment, download it, and give it with --worksheet"
        )
    everyone = book.students
    book = narrowed(book, options)
    exercise = only_assignment(book, "moodle").exercise
    sheet = Sheet(options.worksheet, "the worksheet")
    for title in ("Identifier", "Grade"):
        if sheet.column(title) < 0:
            raise UsageError(
                f"the worksheet has no column {title!r}: download Moodle's grading worksheet with "
                "your language there set to English"
            )
    notes: list[str] = []
    found = people.in_moodle(sheet, everyone, notes)
    entries = {entry.student.id: entry for entry in book.entries}
    for row, student in found.items():
        if student.id in entries:
            _fill(sheet, row, entries[student.id], notes)
    files = {f"moodle-{exercise}.csv": sheet.content()}
    if notes:
        files["moodle-notes.txt"] = ("\n".join(notes) + "\n").encode()
    return files


def _fill(sheet: Sheet, row: int, entry: Entry, notes: list[str]) -> None:
    """Write the grade and the feedback of one student, where there is something to write."""
    who = name(entry.student.label)
    if sheet.text(row, sheet.column("Grade can be changed")).strip().casefold() == "no":
        notes.append(f"{who}: Moodle says that the grade cannot be changed; the row is kept")
        return
    if entry.points is None:
        notes.append(f"{who}: no number, the old grade is kept. {story.verdict(entry)}")
    else:
        grade = _grade(sheet, row, entry, notes)
        if grade is None:
            return
        sheet.fill(row, sheet.column("Grade"), grade)
    column = sheet.column("Feedback comments")
    if column >= 0 and (entry.points is not None or entry.status == "rejected"):
        sheet.fill(row, column, _feedback(sheet.text(row, column), entry))


def _grade(sheet: Sheet, row: int, entry: Entry, notes: list[str]) -> str | None:
    """The grade as the row's scale has it, in its decimal sign; None where that is no number."""
    if entry.points is None or not entry.assignment.max_points:
        return None
    who = name(entry.student.label)
    told = sheet.text(row, sheet.column("Maximum Grade")).strip()
    if not told and sheet.column("Maximum Grade") < 0:
        return points(entry.points)
    if not _NUMBER.fullmatch(told):
        notes.append(f"{who}: Maximum Grade {name(told)!r} is no number; the row is kept")
        return None
    most = Fraction(told.replace(",", "."))
    grade = entry.points * most / entry.assignment.max_points
    if grade > most:
        notes.append(f"{who}: {points(grade)} is more than Moodle takes; {points(most)} is written")
        grade = most
    return points(grade).replace(".", "," if "," in told else ".")


def _feedback(old: str, entry: Entry) -> str:
    """HTML, as Moodle stores it: what a person wrote before, then ours, every text escaped."""
    lines = story.block(story.feedback(entry), CELL // 2).split("\n")
    shown = "<br>".join(html.escape(line).replace("  ", "&nbsp; ", 1) for line in lines)
    return f"{old.split(OURS)[0]}{OURS}<p>{_SPLIT.sub(_as_entity, shown)}</p>"


def _as_entity(found: re.Match[str]) -> str:
    """What follows a semicolon, with its signs written so that no spreadsheet sees them."""
    return "".join(
        char if char == ";" or char.isspace() else f"&#{ord(char)};" for char in found[0]
    )
