"""The roster of a class from a CSV file: a plain one, or what Canvas and Moodle export.

Every mistake is one line with file, line and column. Cells are hostile text: what cannot be
printed is escaped in names and refused in whatever identifies a person.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.batch.handed import Student
from grader.batch.tabular import Sheet, read_sheet
from grader.errors import UsageError
from grader.load.mistakes import Mistakes
from grader.load.names import display

MAX_CELL = 200
FIELDS = ("id", "name", "email", "login", "sis_id", "lms_id", "section")
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("id", "student id", "studentid", "student number", "identifier", "netid", "uid"),
    "name": ("name", "full name", "fullname", "student name", "student"),
    "first": ("first name", "firstname", "given name"),
    "last": ("last name", "lastname", "surname", "family name"),
    "email": ("email", "email address", "e mail", "mail"),
    "login": ("login", "login id", "sis login id", "username", "user name", "github username",
              "github login", "github"),
    "sis_id": ("sis id", "sis user id", "sid", "id number"),
    "lms_id": ("lms id", "canvas id", "moodle id", "user id"),
    "section": ("section", "sections", "section name", "group"),
    "role": ("role",),
}  # fmt: skip
_STANDS_FOR_ID = ("id", "login", "sis_id", "email")
_PARTICIPANT = re.compile(r"[^\W\d][^\d]{0,30} ([0-9]{1,20})")
_CANVAS_HEADER = {"student", "id", "section"}
_CANVAS_TOTALS = "points possible"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Columns:
    """Where each field stands, from 0, and how the header calls it."""

    places: Mapping[str, int]
    titles: tuple[str, ...]
    key: str

    def title(self, field: str) -> str:
        return self.titles[self.places[field]] if field in self.places else field


def read_roster(path: Path) -> tuple[Student, ...]:
    """Everybody in the CSV file at `path`, in its order.

    Text is UTF-8, with or without a byte order mark, or else Windows-1252, which holds
    Latin-1. Raises UsageError with every mistake, one a line: `file:line: column: reason`.
    """
    mistakes = Mistakes()
    try:
        sheet = read_sheet(path)
    except csv.Error as error:
        raise UsageError(display(str(error), 400)) from error
    columns = _columns(sheet, mistakes)
    students: list[Student] = []
    if columns is not None:
        seen: dict[str, int] = {}
        for line, cells in _people(sheet, columns):
            student = _student(sheet, line, cells, columns, mistakes)
            if student.id in seen:
                reason = f"{display(student.id, 60)} is in line {seen[student.id]} already"
                _wrong(mistakes, path, line, columns.title(columns.key), reason)
            elif student.id:
                seen[student.id] = line
                students.append(student)
        if not students and not mistakes.lines:
            mistakes.add(path, "lists no students")
    mistakes.stop(UsageError)
    return tuple(students)


def _columns(sheet: Sheet, mistakes: Mistakes) -> _Columns | None:
    titles = [_plain(title) for title in sheet.header]
    for place, title in enumerate(titles):
        known = any(title in names for names in _SYNONYMS.values())
        if known and title in titles[:place]:
            shown = sheet.header[place]
            _wrong(mistakes, sheet.path, sheet.line, shown, "there are two columns of this name")
    places: dict[str, int] = {}
    for field, names in _SYNONYMS.items():
        found = [titles.index(name) for name in names if name in titles]
        if found:
            places[field] = found[0]
    if _is_canvas(titles):
        places["lms_id"] = places["id"]
    key = next((field for field in _STANDS_FOR_ID if field in places), None)
    if key is None:
        wanted = 'no column is called "id" (or "login", "email"): the first line names the columns'
        mistakes.add(f"{sheet.path}:{sheet.line}", wanted)
        return None
    return _Columns(places=places, titles=sheet.header, key=key)


def _is_canvas(titles: list[str]) -> bool:
    """Whether it is an export of Canvas's gradebook."""
    return set(titles) >= _CANVAS_HEADER and "name" not in titles


def _people(sheet: Sheet, columns: _Columns) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows that are about a student: Canvas has some about points and posting above them."""
    canvas = _is_canvas([_plain(title) for title in sheet.header])
    for line, cells in sheet.rows:
        role = _cell(cells, columns, "role").casefold()
        if role not in ("", "student", "learner"):
            continue
        if canvas and not _cell(cells, columns, "id"):
            name = _plain(_cell(cells, columns, "name"))
            if name in ("", _CANVAS_TOTALS):
                continue
        yield line, cells


def _student(
    sheet: Sheet, line: int, cells: tuple[str, ...], columns: _Columns, mistakes: Mistakes
) -> Student:
    def wrong(field: str, reason: str) -> None:
        _wrong(mistakes, sheet.path, line, columns.title(field), reason)

    if len(cells) > len(sheet.header):
        more = f"the line has {len(cells)} cells, the header {len(sheet.header)}: quotes missing?"
        mistakes.add(f"{sheet.path}:{line}", more)
    values = {field: _cell(cells, columns, field) for field in (*FIELDS, "first", "last")}
    for field, value in values.items():
        if len(value) > MAX_CELL:
            wrong(field, f"is longer than {MAX_CELL} characters")
        elif field not in ("name", "first", "last", "section") and not value.isprintable():
            wrong(field, "holds characters that cannot be printed")
    if not values["name"]:
        values["name"] = f"{values['first']} {values['last']}".strip()
    participant = _PARTICIPANT.fullmatch(values["id"])
    if participant and _plain(columns.title("id")) == "identifier":  # a worksheet of Moodle
        values["id"] = values["lms_id"] = participant[1]
    identity = values[columns.key]
    if not identity:
        wrong(columns.key, "is empty")
    return Student(
        id=identity[:MAX_CELL],
        name=display(values["name"], MAX_CELL),
        email=values["email"],
        login=values["login"],
        sis_id=values["sis_id"],
        lms_id=values["lms_id"],
        section=display(values["section"], MAX_CELL),
    )


def _cell(cells: tuple[str, ...], columns: _Columns, field: str) -> str:
    """A cell, its runs of white space collapsed; "" where there is none."""
    place = columns.places.get(field)
    return " ".join(cells[place].split()) if place is not None and place < len(cells) else ""


def _plain(title: str) -> str:
    return re.sub(r"[\s_-]+", " ", title).strip().casefold()


def _wrong(mistakes: Mistakes, path: Path, line: int, column: str, reason: str) -> None:
    mistakes.add(f"{path}:{line}", reason, key=f'column "{display(column, 40)}"')
