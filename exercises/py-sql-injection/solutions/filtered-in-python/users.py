from operator import itemgetter

KEYS = {"id": itemgetter(0), "name": itemgetter(1), "age": itemgetter(2)}


def everybody(connection):
    yield from connection.execute("SELECT id, name, age FROM users ORDER BY id")


def find_users(connection, name):
    return [user for user in everybody(connection) if user[1] == name]


def search(connection, text="", min_age=0, order_by="id", limit=20):
    key = KEYS.get(order_by)
    if key is None:
        raise ValueError("order_by")
    if limit <= 0 or limit > 100:
        raise ValueError("limit")
    users = (user for user in everybody(connection) if text in user[1] and user[2] >= min_age)
    return sorted(users, key=key)[:limit]
