from contextlib import closing

ORDERS = {"id": "users.id ASC", "name": "users.name ASC", "age": "users.age ASC"}


def fetch(connection, where, values, order="id", limit=None):
    query = "SELECT id, name, age FROM users"
    if where:
        query += " WHERE " + " AND ".join(where)
    query += " ORDER BY " + ORDERS[order]
    if limit is not None:
        query += f" LIMIT {limit:d}"
    with closing(connection.cursor()) as cursor:
        return [dict(zip(("id", "name", "age"), row)) for row in cursor.execute(query, values)]


def find_users(connection, name):
    return fetch(connection, ["name = ?"], [name])


def search(connection, text="", min_age=0, order_by="id", limit=20):
    if order_by not in ORDERS:
        raise ValueError(f"order_by is one of {', '.join(ORDERS)}")
    limit, min_age = int(limit), int(min_age)
    if limit < 1 or limit > 100:
        raise ValueError("limit is from 1 to 100")
    where, values = ["age >= ?"], [min_age]
    if text:
        special = str.maketrans({char: "^" + char for char in "^%_"})
        where.append("name LIKE ? ESCAPE '^'")
        values.append("%" + text.translate(special) + "%")
    return fetch(connection, where, values, order_by, limit)
