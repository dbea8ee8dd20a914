"""Reading a store."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.batch.book import Assignment
from grader.batch.handed import Student, Unplaced
from grader.batch.store.rows import AttemptRow, Change, Decision, ResultRow
from grader.batch.work import Mark

MAX_DOCUMENT = 64 << 20
"""Bytes of an unpacked report; ours are below 3 MiB."""


class Reader:
    """What a store knows. Every method sees one state of it, whoever writes meanwhile."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self.folder = folder

    def meta(self, name: str) -> str:
        """A remembered text, "" when there is none."""
        found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,))
        return next((str(value) for (value,) in found), "")

    def result(self, key: str) -> ResultRow | None:
        """The result under `key`."""
        found = self._connection.execute(
            "SELECT key, exercise, submission, status, points, marks, rung, seconds, graded_at"
            " FROM result WHERE key = ?",
            (key,),
        ).fetchone()
        return None if found is None else _result(found)

    def documents(self, key: str) -> tuple[bytes, bytes]:
        """`result.json` and the HTML page of a result."""
        (report, page) = self._connection.execute(
            "SELECT report, page FROM result WHERE key = ?", (key,)
        ).fetchone()
        return _unpacked(report), _unpacked(page)

    def key(self, where: tuple[str, str, int]) -> str:
        """The key of an attempt's result, "" while there is none."""
        found = self._connection.execute(
            "SELECT key FROM attempt WHERE student = ? AND exercise = ? AND number = ?",
            (storable(where[0]), where[1], where[2]),
        ).fetchone()
        return str(found[0]) if found else ""

    def published(self, name: str) -> str:
        """What `Store.publish` noted."""
        found = self._connection.execute(
            "SELECT stamp FROM published WHERE name = ?", (storable(name),)
        ).fetchone()
        return str(found[0]) if found else ""

    def people(self) -> tuple[Student, ...]:
        """All students, by id."""
        rows = self._connection.execute(
            "SELECT id, name, email, login, sis_id, lms_id, section FROM person ORDER BY id"
        )
        names = ("id", "name", "email", "login", "sis_id", "lms_id", "section")
        return tuple(Student(**dict(zip(names, row, strict=True))) for row in rows)

    def assignments(self) -> tuple[Assignment, ...]:
        """All exercises that were ever graded here, by id."""
        rows = self._connection.execute(
            "SELECT exercise, title, language, max_points FROM assignment ORDER BY exercise"
        )
        return tuple(
            Assignment(exercise=name, title=title, language=language, max_points=Fraction(points))
            for name, title, language, points in rows
        )

    def attempts(self) -> Iterator[AttemptRow]:
        """All attempts, by student, exercise and number."""
        rows = self._connection.execute(
            "SELECT student, exercise, number, path, submitted, late, present, wanted, key, fault"
            " FROM attempt ORDER BY student, exercise, number"
        ).fetchall()
        for student, exercise, number, path, submitted, late, present, wanted, key, fault in rows:
            yield AttemptRow(
                student=student,
                exercise=exercise,
                number=number,
                path=path,
                submitted=datetime.fromisoformat(submitted) if submitted else None,
                late=bool(late),
                present=bool(present),
                wanted=wanted,
                key=key,
                fault=fault,
            )

    def unplaced(self) -> tuple[Unplaced, ...]:
        """What the last batch could not place."""
        rows = self._connection.execute("SELECT path, reason FROM unplaced ORDER BY path")
        return tuple(Unplaced(path=path, reason=reason) for path, reason in rows)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, in the order in which they were taken."""
        rows = self._connection.execute(
            "SELECT kind, student, exercise, criterion, points, because, who, at FROM decision"
            " ORDER BY id"
        )
        return tuple(
            Decision(
                kind=kind,
                student=student,
                exercise=exercise,
                criterion=criterion,
                points=Fraction(points) if points else None,
                because=because,
                who=who,
                at=datetime.fromisoformat(at),
            )
            for kind, student, exercise, criterion, points, because, who, at in rows
        )

    def change_count(self) -> int:
        """How many regradings there have been."""
        (count,) = self._connection.execute("SELECT count(*) FROM change").fetchone()
        return int(count)

    def changes(self, since: int = 0) -> tuple[Change, ...]:
        """Regradings, oldest first, without the first `since`."""
        rows = self._connection.execute(
            "SELECT student, exercise, number, before, after, at FROM change ORDER BY id"
            " LIMIT -1 OFFSET ?",
            (since,),
        )
        return tuple(
            Change(
                student=student,
                exercise=exercise,
                number=number,
                before=before,
                after=after,
                at=datetime.fromisoformat(at),
            )
            for student, exercise, number, before, after, at in rows
        )


def _result(row: tuple[Any, ...]) -> ResultRow:
    key, exercise, submission, status, points, marks, rung, seconds, graded_at = row
    return ResultRow(
        key=key,
        exercise=exercise,
        submission=submission,
        status=status,
        points=Fraction(points) if points else None,
        marks=tuple(
            Mark(criterion=criterion, status=state, points=worth)
            for criterion, state, worth in json.loads(marks)
        ),
        rung=rung,
        seconds=seconds,
        graded_at=datetime.fromisoformat(graded_at),
    )


def _unpacked(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, MAX_DOCUMENT)


def storable(text: str) -> str:
    """SQLite holds UTF-8 only: undecodable bytes of a name become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
