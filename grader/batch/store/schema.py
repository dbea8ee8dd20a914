"""The tables of a store, and how its file is opened.

A result under a key is what grading that key gives, whoever did it, so no grade is overwritten.
`attempt.key` says which result an attempt has now; it moves in the transaction that adds the
result, and what it was before goes to `change`.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

VERSION = 1
BUSY_SECONDS = 60.0
"""How long a writer waits for another batch's transaction, each of which takes milliseconds."""

TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS person (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, login TEXT NOT NULL,
    sis_id TEXT NOT NULL, lms_id TEXT NOT NULL, section TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS assignment (
    exercise TEXT PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL,
    task TEXT NOT NULL, max_points TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS attempt (
    student TEXT NOT NULL, exercise TEXT NOT NULL, number INTEGER NOT NULL,
    path TEXT NOT NULL, submitted TEXT NOT NULL, late INTEGER NOT NULL, present INTEGER NOT NULL,
    wanted TEXT NOT NULL DEFAULT '', key TEXT NOT NULL DEFAULT '', fault TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (student, exercise, number)) STRICT;
CREATE TABLE IF NOT EXISTS unplaced (path TEXT PRIMARY KEY, reason TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS result (
    key TEXT PRIMARY KEY, exercise TEXT NOT NULL, task TEXT NOT NULL, submission TEXT NOT NULL,
    status TEXT NOT NULL, points TEXT NOT NULL, marks TEXT NOT NULL, report BLOB NOT NULL,
    page BLOB NOT NULL, rung TEXT NOT NULL, seconds REAL NOT NULL, graded_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS change (
    id INTEGER PRIMARY KEY, student TEXT NOT NULL, exercise TEXT NOT NULL, number INTEGER NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS published (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS decision (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, student TEXT NOT NULL, exercise TEXT NOT NULL,
    criterion TEXT NOT NULL, points TEXT NOT NULL, because TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL) STRICT;
"""


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the file: write-ahead log, every transaction on the disk before it counts.

    Raises sqlite3.Error when it is no store, or one of a later grader.
    """
    mode = "rwc" if create else "rw"
    location = path.resolve().as_uri()
    connection = sqlite3.connect(
        f"{location}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError(f"it has format {version}, this grader writes {VERSION}")
        if version == 0:
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the log on. SQLite does not wait for others who are just doing the same, so we do."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, once, however many batches begin at the same moment."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")
