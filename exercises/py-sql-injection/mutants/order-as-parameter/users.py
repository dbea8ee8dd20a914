"""Look-ups of readers. All arguments may come from strangers."""

COLUMNS = ("id", "name", "age")


def escaped(text):
    """`text` as a LIKE pattern with the escape character backslash."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def find_users(connection, name):
    rows = connection.execute(
        "SELECT id, name, age FROM users WHERE name = ? ORDER BY id", (name,)
    )
    return rows.fetchall()


def search(connection, text="", min_age=0, order_by="id", limit=20):
    if not isinstance(min_age, int):
        raise TypeError("min_age must be a whole number")
    if not 1 <= limit <= 100:
        raise ValueError("limit must be from 1 to 100")
    query = (
        "SELECT id, name, age FROM users WHERE name LIKE ? ESCAPE '\\' AND age >= ? "
        "ORDER BY ? LIMIT ?"
    )
    return connection.execute(query, (f"%{escaped(text)}%", min_age, order_by, limit)).fetchall()
