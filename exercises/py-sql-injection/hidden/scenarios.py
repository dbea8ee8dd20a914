"""Asks a real SQLite database in memory, and reports what came out. It judges nothing."""

import contextlib
import sqlite3

import users as submission

SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, secret TEXT);
CREATE TABLE loans (id INTEGER PRIMARY KEY, title TEXT, reader TEXT);
"""
FUNCTIONS = {"find_users": submission.find_users, "search": submission.search}


@contextlib.contextmanager
def database(people, loans):
    """A new database with these rows."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO users VALUES (?, ?, ?, ?)", people)
        connection.executemany("INSERT INTO loans VALUES (?, ?, ?)", loans)
        connection.commit()
        yield connection
    finally:
        connection.close()


def plain(row):
    """A row of any kind as a list."""
    return list(row.values()) if isinstance(row, dict) else list(row)


def answer(function, connection, arguments):
    """`{"rows": …}`, or `{"raised": names of its classes}`."""
    try:
        found = FUNCTIONS[function](connection, **arguments)
        return {"rows": [plain(row) for row in found]}
    except Exception as raised:
        return {"raised": [kind.__name__ for kind in type(raised).__mro__]}


def asked(people, calls, loans=()):
    """What each call gives; `calls` holds pairs of a function's name and its arguments."""
    with database(people, loans) as connection:
        return [answer(function, connection, arguments) for function, arguments in calls]


def contents(people, loans, calls):
    """All that is in the database after the calls."""
    with database(people, loans) as connection:
        for function, arguments in calls:
            answer(function, connection, arguments)
        cursor = connection.cursor()
        cursor.row_factory = None
        kinds = list(cursor.execute("SELECT name, type FROM sqlite_master ORDER BY name"))
        return {name: [list(row) for row in cursor.execute(f'SELECT * FROM "{name}" ORDER BY 1')]
                if kind == "table" else [kind] for name, kind in kinds}
