"""Whose row is it? Rows of an LMS's sheet and the students of a class, told apart with care."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from grader.batch.exports.parts.sheets import Sheet
from grader.batch.exports.parts.texts import name
from grader.batch.handed import Student

Keys = tuple[str, ...]
Index = dict[tuple[int, str], list[str]]
_MOST_NOTES = 500


def in_moodle(sheet: Sheet, students: Iterable[Student], notes: list[str]) -> dict[int, Student]:
    """The student of each row of a grading worksheet that has one."""
    columns = [
        sheet.column(title) for title in ("Identifier", "Email address", "ID number", "Full name")
    ]

    def of_row(row: int) -> Keys:
        identifier, email, number, full_name = (sheet.text(row, item) for item in columns)
        digits = re.search(r"(\d+)\s*$", identifier)
        return digits[1] if digits else "", _plain(email), number.strip(), _plain(full_name)

    def of_student(item: Student) -> Keys:
        return item.lms_id.strip(), _plain(item.email), item.sis_id.strip(), _plain(item.name)

    rows = {row: of_row(row) for row in sheet.rows}
    labels = {row: sheet.text(row, columns[-1]) or sheet.text(row, columns[0]) for row in rows}
    return _matched(rows, labels, students, of_student, notes)


def in_canvas(
    sheet: Sheet, rows: Iterable[int], students: Iterable[Student], notes: list[str]
) -> dict[int, Student]:
    """The student of each row of a downloaded gradebook that has one."""
    columns = [sheet.column(title) for title in ("ID", "SIS User ID", "SIS Login ID")]
    names = [sheet.column(title) for title in ("FirstName", "LastName", "Student")]

    def called(row: int) -> str:
        return _turned(" ".join(filter(None, (sheet.text(row, item) for item in names))))

    def of_row(row: int) -> Keys:
        number, sis_id, login = (sheet.text(row, item) for item in columns)
        return number.strip(), sis_id.strip(), _plain(login), _plain(called(row))

    def of_student(item: Student) -> Keys:
        known = (item.lms_id.strip(), item.sis_id.strip(), _plain(item.login))
        return *known, _plain(_turned(item.name))

    keys = {row: of_row(row) for row in rows}
    labels = {row: " ".join(called(row).split()) or keys[row][0] for row in keys}
    return _matched(keys, labels, students, of_student, notes)


def _matched(
    row_keys: dict[int, Keys],
    labels: dict[int, str],
    students: Iterable[Student],
    of_student: Callable[[Student], Keys],
    notes: list[str],
) -> dict[int, Student]:
    """Rows and students that share a key, with no other key against it, one row to a student.

    The last key is the name: it counts only where no other key can be compared.
    """
    student_keys = {item.id: of_student(item) for item in students}
    by_id = {item.id: item for item in students}
    index = _index(student_keys)
    pairs = {row: _candidates(keys, index, student_keys) for row, keys in row_keys.items()}
    claimed = Counter(ids[0] for ids in pairs.values() if len(ids) == 1)
    found: dict[int, Student] = {}
    for row, ids in pairs.items():
        label = f"row {row + 1} ({name(labels[row])})"
        if not ids:
            _note(notes, f"{label}: {_why_nobody(row_keys[row], index, by_id)}; the row is kept")
        elif len(ids) > 1 or claimed[ids[0]] > 1:
            _note(notes, f"{label}: it is not clear whose row this is; the row is kept")
        else:
            found[row] = by_id[ids[0]]
    placed = {item.id for item in found.values()}
    for key in student_keys:
        if key not in placed:
            _note(notes, f"{name(by_id[key].label)} ({name(key)}): no row, nothing is exported")
    return found


def _index(students: dict[str, Keys]) -> Index:
    """The ids of students by the place and the text of each key that they have."""
    index: Index = {}
    for student, keys in students.items():
        for place, key in enumerate(keys):
            if key:
                index.setdefault((place, key), []).append(student)
    return index


def _close(row: Keys, index: Index) -> list[str]:
    """The ids of students with a key of the row."""
    found = (index.get((place, key), ()) for place, key in enumerate(row) if key)
    return list(dict.fromkeys(student for students in found for student in students))


def _candidates(row: Keys, index: Index, students: dict[str, Keys]) -> tuple[str, ...]:
    """The ids of students with a key of the row, none of whose other keys contradict it.

    Who has the name only stands back behind who has more.
    """
    fitting = [student for student in _close(row, index) if _fits(row, students[student])]
    firm = [student for student in fitting if _firm(row, students[student])]
    return tuple(firm or fitting)


def _why_nobody(row: Keys, index: Index, students: dict[str, Student]) -> str:
    """Why a row is of no student: nothing in it fits anybody, or not all of it."""
    close = _close(row, index)
    if not close:
        return "nobody in the batch"
    almost = students[close[0]]
    return f"something fits {name(almost.label)} ({name(almost.id)}), but another id does not"


def _fits(row: Keys, student: Keys) -> bool:
    """Whether all keys that both have are equal; the name counts where it is all they have."""
    firm = _firm(row, student)
    return all(firm) if firm else row[-1] == student[-1]


def _firm(row: Keys, student: Keys) -> list[bool]:
    """Whether they are equal, for each key but the name that both have."""
    pairs = zip(row[:-1], student[:-1], strict=True)
    return [mine == theirs for mine, theirs in pairs if mine and theirs]


def _note(notes: list[str], text: str) -> None:
    """Add a note; after many, one that says that there are more."""
    if len(notes) < _MOST_NOTES:
        notes.append(text)
    elif len(notes) == _MOST_NOTES:
        notes.append("… and more")


def _plain(text: str) -> str:
    """`text` for comparing: case and blanks do not count."""
    return " ".join(text.split()).casefold()


def _turned(text: str) -> str:
    """`Family, Given` as `Given Family`."""
    family, comma, given = text.partition(",")
    return f"{given} {family}" if comma else text
