"""A few examples of what `users.py` promises. The hidden tests go further."""

import sqlite3

import pytest
from users import find_users, search


@pytest.fixture
def connection():
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, secret TEXT)")
    people = [(1, "O'Brien", 41, "tulip"), (2, "Rosie Drop", 17, "rose"), (3, "Max", 70, "fern")]
    connection.executemany("INSERT INTO users VALUES (?, ?, ?, ?)", people)
    yield connection
    connection.close()


def values(rows):
    """Rows may be tuples, lists, `sqlite3.Row`s or dictionaries."""
    return [tuple(row.values()) if isinstance(row, dict) else tuple(row) for row in rows]


def test_everybody_can_be_found(connection):
    assert values(find_users(connection, "O'Brien")) == [(1, "O'Brien", 41)]
    assert values(search(connection, "Drop")) == [(2, "Rosie Drop", 17)]


def test_a_percent_sign_is_a_percent_sign(connection):
    assert list(search(connection, "%")) == []


def test_orders_by_known_columns_only(connection):
    try:
        list(search(connection, order_by="secret"))
    except ValueError:
        return
    pytest.fail("ordered by the secret column")
