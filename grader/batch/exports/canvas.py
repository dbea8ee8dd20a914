"""Canvas: a gradebook to import, best made from one that was downloaded.

Canvas takes an empty cell for the wish to delete a grade that it has. So, where there is no number:
in a downloaded gradebook the old cell stays; without one there is a file for each exercise, and
the student's row is left out of it. Where the downloaded gradebook has other points possible than
the rubric, points are scaled to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from grader.batch.book import Assignment, Entry, Gradebook
from grader.batch.cells import cell, table
from grader.batch.exports.parts import people, story
from grader.batch.exports.parts.options import Options, narrowed, only_assignment
from grader.batch.exports.parts.sheets import Sheet
from grader.batch.exports.parts.texts import folder, name, points
from grader.batch.handed import Student
from grader.errors import UsageError

HEADER = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_ABOUT_PEOPLE = {*HEADER, "LastName", "FirstName", "Integration ID", "Root Account"}
POSSIBLE = "    Points Possible"
"""The first cell of the second row, with the blanks that Canvas itself writes."""
_POSTING = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_WITH_NUMBER = re.compile(r"(.*) \((\d+)\)", re.DOTALL)


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`canvas.csv` from a downloaded gradebook, else `canvas-<exercise>.csv` for each exercise."""
    everyone = book.students
    book = narrowed(book, options)
    notes: list[str] = []
    if options.gradebook is None:
        files = {
            f"canvas-{folder(item.exercise)}.csv": _fresh(book, item, notes)
            for item in book.assignments
        }
    else:
        sheet = Sheet(options.gradebook, "the gradebook")
        files = {"canvas.csv": _filled(sheet, book, everyone, options.column, notes)}
    if notes:
        files["canvas-notes.txt"] = ("\n".join(notes) + "\n").encode()
    return files


def _fresh(book: Gradebook, assignment: Assignment, notes: list[str]) -> bytes:
    """One exercise for a course whose gradebook is not at hand: who has a number has a row."""
    possible = (POSSIBLE, "", "", "", "", points(assignment.max_points))
    rows: list[tuple[str, ...]] = [(*HEADER, cell(name(assignment.title))), possible]
    for entry in book.entries:
        if entry.assignment.exercise != assignment.exercise:
            continue
        if entry.points is None:
            notes.append(_left_out(entry))
            continue
        rows.append((*_who(entry.student, notes), points(entry.points)))
    return table(rows)


def _who(student: Student, notes: list[str]) -> tuple[str, ...]:
    """What Canvas knows a student by. A text that could be a formula loses its exact form."""
    keys = (student.lms_id, student.sis_id, student.login)
    safe = tuple(cell(name(key)) for key in keys)
    if safe != keys and not safe[0]:
        notes.append(
            f"{name(student.label)} ({name(student.id)}): an id could be a formula and was "
            "changed; give the downloaded gradebook with --gradebook to keep it"
        )
    return (cell(name(student.label)), *safe, cell(name(student.section)))


def _filled(
    sheet: Sheet, book: Gradebook, everyone: tuple[Student, ...], wanted: str, notes: list[str]
) -> bytes:
    """The downloaded gradebook with our cells filled; all others are as they were."""
    for titles in (("Student", "LastName"), ("ID",)):
        if all(sheet.column(title) < 0 for title in titles):
            raise UsageError(
                f"the gradebook has no column {titles[0]!r}: in Canvas, export the gradebook and "
                "give that file as it is"
            )
    if wanted:
        only_assignment(book, "canvas with --column")
    columns = {item.exercise: _column(sheet, item, wanted, notes) for item in book.assignments}
    first = [row for row in sheet.rows if POSSIBLE.strip() in sheet.text(row, 0)]
    scales = {
        item.exercise: _scale(sheet, first, columns[item.exercise], item, notes)
        for item in book.assignments
    }
    rows = [row for row in sheet.rows if row not in first and not _is_posting(sheet, row)]
    found = people.in_canvas(sheet, rows, everyone, notes)
    entries = {(item.student.id, item.assignment.exercise): item for item in book.entries}
    for row, student in found.items():
        for exercise, column in columns.items():
            entry = entries.get((student.id, exercise))
            if entry is None or entry.points is None:
                notes += [_left_out(entry)] if entry else []
            else:
                sheet.fill(row, column, points(entry.points * scales[exercise]))
    return sheet.content()


def _column(sheet: Sheet, assignment: Assignment, wanted: str, notes: list[str]) -> int:
    """The column of an assignment, by its title, `Title (12345)` or 12345; else a new one.

    UsageError when there are two, or none of the title that was `wanted`.
    """
    asked = (wanted,) if wanted else (assignment.title, assignment.exercise)
    titles = {text.strip().casefold() for text in asked}
    found = [number for number, title in enumerate(sheet.header) if titles & _titles(title)]
    shown = name(wanted or assignment.title)
    if len(found) > 1:
        raise UsageError(
            f"the gradebook has {len(found)} columns for {shown!r}: name one of them by its number "
            "with --column, such as --column 12345"
        )
    if found:
        return found[0]
    if wanted:
        raise UsageError(
            f"the gradebook has no column {shown!r}; it has {name(', '.join(sheet.header))}"
        )
    notes.append(
        f"{shown}: the gradebook has no such assignment, so Canvas will ask whether to make one; "
        "name another with --column"
    )
    return sheet.append_column(cell(name(assignment.title)))


def _titles(header: str) -> set[str]:
    """What an assignment's column can be called: all of `Title (12345)`, its title, its number."""
    if header in _ABOUT_PEOPLE:
        return set()
    numbered = _WITH_NUMBER.fullmatch(header)
    parts = numbered.groups() if numbered else ()
    return {text.strip().casefold() for text in (header, *parts)}


def _scale(
    sheet: Sheet, rows: list[int], column: int, assignment: Assignment, notes: list[str]
) -> Fraction:
    """What a point of ours is in Canvas: its points possible may differ from the rubric's."""
    ours, title = points(assignment.max_points), name(assignment.title)
    for row in rows:
        told = sheet.text(row, column).strip()
        if not told:
            sheet.fill(row, column, ours)
        elif "read only" in told:
            raise UsageError(f"Canvas computes the column of {title!r} itself: it takes no grades")
        elif not _NUMBER.fullmatch(told) or not Fraction(told.replace(",", ".")):
            notes.append(f"{title}: Canvas says {name(told)!r} points possible; nothing is scaled")
        elif (possible := Fraction(told.replace(",", "."))) != assignment.max_points:
            notes.append(f"{title}: {ours} points are scaled to the {name(told)} that Canvas has")
            return possible / (assignment.max_points or possible)
    return Fraction(1)


def _is_posting(sheet: Sheet, row: int) -> bool:
    """Whether a row only says which grades are hidden."""
    return all(_POSTING.fullmatch(sheet.text(row, column)) for column in range(len(sheet.header)))


def _left_out(entry: Entry) -> str:
    who = f"{name(entry.student.label)} ({name(entry.student.id)})"
    title = name(entry.assignment.title)
    return f"{who}, {title}: no number, nothing is exported. {story.verdict(entry)}"
