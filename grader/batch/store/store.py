"""Reading and writing a store, one transaction a fact."""

from __future__ import annotations

import json
import secrets
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path

from grader.batch.book import Assignment
from grader.batch.handed import Placement
from grader.batch.store.reading import Reader, storable
from grader.batch.store.rows import Decision, ResultRow
from grader.batch.store.schema import connect
from grader.batch.work import Result
from grader.errors import GraderError, UsageError

STORE_FILE = "grades.sqlite"
@contextmanager
def open_store(folder: Path, *, create: bool = False) -> Iterator[Store]:
    """The store in `folder`. Raises UsageError without one, GraderError when it cannot be used."""
    path = folder / STORE_FILE
    if not create and not path.is_file():
        raise UsageError(f"no grades in {folder}: name the --out folder of a `grader batch`")
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        connection = connect(path, create=create)
    except (sqlite3.Error, OSError) as error:
        raise _trouble(path, error) from error
    try:
        yield Store(connection, folder)
    except sqlite3.Error as error:
        raise _trouble(path, error) from error
    finally:
        connection.close()


def _trouble(path: Path, error: Exception) -> GraderError:
    return GraderError(
        f"{path}: {error}; what was recorded before is safe: mend this and start it again"
    )


class Store(Reader):
    """An open store. Every method is one transaction; times are UTC."""

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def seed(self, wanted: int | None = None) -> int:
        """The seed of this class: chosen once, 32 bits. `wanted` is taken when it is new."""
        fresh = secrets.randbits(32) if wanted is None else wanted
        with self._writing() as writing:
            writing.execute("INSERT OR IGNORE INTO meta VALUES ('seed', ?)", (str(fresh),))
        kept = int(self.meta("seed"))
        if wanted is not None and kept != wanted:
            raise UsageError(
                f"these grades have seed {kept}: leave --seed out, or take another --out"
            )
        return kept

    def place(
        self,
        placement: Placement,
        assignments: Mapping[str, tuple[Assignment, str]],
    ) -> None:
        """Note who handed in what; results, faults and decisions of before stay as they are.

        `assignments` are pairs of assignment and task digest by exercise.
        """
        with self._writing() as writing:
            for student in placement.students:
                row = tuple(map(storable, astuple(student)))
                writing.execute("INSERT OR REPLACE INTO person VALUES (?,?,?,?,?,?,?)", row)
            for made, task in assignments.values():
                writing.execute(
                    "INSERT OR REPLACE INTO assignment VALUES (?,?,?,?,?)",
                    (made.exercise, made.title, made.language, task, str(made.max_points)),
                )
            for exercise in assignments:
                writing.execute("UPDATE attempt SET present = 0 WHERE exercise = ?", (exercise,))
            for item in placement.attempts:
                writing.execute(
                    "INSERT INTO attempt (student, exercise, number, path, submitted, late,"
                    " present) VALUES (?,?,?,?,?,?,1) ON CONFLICT DO UPDATE SET path ="
                    " excluded.path, submitted = excluded.submitted, late = excluded.late,"
                    " present = 1",
                    (
                        storable(item.student.id),
                        item.exercise,
                        item.number,
                        storable(str(item.path)),
                        item.when.astimezone(UTC).isoformat() if item.when else "",
                        item.late,
                    ),
                )
            writing.execute("DELETE FROM unplaced")
            writing.executemany(
                "INSERT OR IGNORE INTO unplaced VALUES (?, ?)",
                ((storable(each.path), storable(each.reason)) for each in placement.unplaced),
            )

    def want(self, where: tuple[str, str, int], key: str) -> ResultRow | None:
        """Say which key an attempt needs now; the result, where there is one already."""
        known = self.result(key)
        with self._writing() as writing:
            writing.execute(
                "UPDATE attempt SET wanted = ? WHERE student = ? AND exercise = ? AND number = ?",
                (key, *_place(where)),
            )
            if known is not None:
                _stand(writing, where, key)
        return known

    def record(
        self, where: tuple[str, str, int], result: Result, task: str, submission: str
    ) -> None:
        """Keep a result and make it the attempt's. A result that is there already stays."""
        now = _now()
        row = (
            result.key,
            where[1],
            task,
            submission,
            result.status,
            result.points,
            json.dumps([astuple(mark) for mark in result.marks]),
            zlib.compress(result.report),
            zlib.compress(result.page),
            result.rung,
            result.seconds,
            now,
        )
        with self._writing() as writing:
            writing.execute(
                "INSERT OR IGNORE INTO result VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", row
            )
            _stand(writing, where, result.key)

    def regrade(self, key: str) -> None:
        """Forget an incomplete result, so that it is tried again. Grades stay."""
        with self._writing() as writing:
            writing.execute("DELETE FROM result WHERE key = ? AND status = 'incomplete'", (key,))
            writing.execute(
                "UPDATE attempt SET key = '' WHERE key = ? AND key NOT IN"
                " (SELECT key FROM result)",
                (key,),
            )

    def fault(self, where: tuple[str, str, int], message: str) -> None:
        """Note why an attempt has no result: nothing is believed, the next batch tries again."""
        with self._writing() as writing:
            writing.execute(
                "UPDATE attempt SET fault = ? WHERE student = ? AND exercise = ? AND number = ?",
                (storable(message), *_place(where)),
            )

    def publish(self, name: str, stamp: str) -> None:
        """Note which state of a report was written."""
        with self._writing() as writing:
            writing.execute(
                "INSERT OR REPLACE INTO published VALUES (?, ?)", (storable(name), stamp)
            )

    def remember(self, facts: Mapping[str, str]) -> None:
        """Keep what is known of the class as a whole; `meta` gives it back."""
        with self._writing() as writing:
            writing.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts.items())

    def reseed(self) -> int:
        """A new seed: everything is graded again, and nothing of before is lost."""
        fresh = secrets.randbits(32)
        with self._writing() as writing:
            writing.execute("INSERT OR REPLACE INTO meta VALUES ('seed', ?)", (str(fresh),))
        return fresh

    def decide(self, decision: Decision) -> None:
        """Keep a person's decision or comment."""
        with self._writing() as writing:
            writing.execute(
                "INSERT INTO decision (kind, student, exercise, criterion, points, because, who,"
                " at) VALUES (?,?,?,?,?,?,?,?)",
                (
                    decision.kind,
                    storable(decision.student),
                    decision.exercise,
                    decision.criterion,
                    "" if decision.points is None else str(decision.points),
                    storable(decision.because),
                    storable(decision.who),
                    decision.at.astimezone(UTC).isoformat(),
                ),
            )

def _stand(writing: sqlite3.Connection, where: tuple[str, str, int], key: str) -> None:
    """Let a result be the attempt's, and note what it was before.

    What came to no verdict never takes the place of a grade of the same files.
    """
    place = _place(where)
    row = writing.execute(
        "SELECT key FROM attempt WHERE student = ? AND exercise = ? AND number = ?", place
    ).fetchone()
    before = row[0] if row else ""
    if before != key and _worse(writing, before, key):
        writing.execute(
            "UPDATE attempt SET fault = ? WHERE student = ? AND exercise = ? AND number = ?",
            ("grading again came to no verdict, so the grade of before stands", *place),
        )
        return
    writing.execute(
        "UPDATE attempt SET key = ?, fault = '' WHERE student = ? AND exercise = ? AND number = ?",
        (key, *place),
    )
    if before and before != key:
        writing.execute(
            "INSERT INTO change (student, exercise, number, before, after, at)"
            " VALUES (?,?,?,?,?,?)",
            (*place, before, key, _now()),
        )


def _worse(writing: sqlite3.Connection, before: str, key: str) -> bool:
    """Whether the result `key` has no verdict where `before` has one, on the same files."""
    found = writing.execute(
        "SELECT 1 FROM result AS old JOIN result AS new ON old.submission = new.submission"
        " WHERE old.key = ? AND new.key = ? AND old.status = 'graded'"
        " AND new.status = 'incomplete'",
        (before, key),
    )
    return found.fetchone() is not None


def _place(where: tuple[str, str, int]) -> tuple[str, str, int]:
    return (storable(where[0]), where[1], where[2])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
