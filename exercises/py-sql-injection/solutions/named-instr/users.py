import sqlite3

_WANTED = """
    SELECT id, name, age FROM users
    WHERE (:text = '' OR instr(name, :text) > 0) AND age >= :min_age
    ORDER BY {} LIMIT :limit
"""
_BY = {column: _WANTED.format(column) for column in ("id", "name", "age")}


def _rows(connection, statement, **values):
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    cursor.execute(statement, values)
    yield from cursor


def find_users(connection, name):
    statement = "SELECT id, name, age FROM users WHERE name = :name ORDER BY id"
    return _rows(connection, statement, name=name)


def search(connection, text="", min_age=0, order_by="id", limit=20):
    try:
        statement = _BY[order_by]
    except KeyError:
        raise ValueError("unknown column") from None
    if int(limit) not in range(1, 101):
        raise ValueError("limit")
    return _rows(connection, statement, text=text, min_age=int(min_age), limit=int(limit))
