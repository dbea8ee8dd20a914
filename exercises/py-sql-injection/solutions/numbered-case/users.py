from enum import Enum
from typing import NamedTuple


class User(NamedTuple):
    id: int
    name: str
    age: int


class Order(Enum):
    ID = "id"
    NAME = "name"
    AGE = "age"


FIND = "SELECT id, name, age FROM users WHERE name = ?1 ORDER BY id"
SEARCH = """
SELECT id, name, age FROM users
WHERE name LIKE '%' || replace(replace(replace(?1, '!', '!!'), '%', '!%'), '_', '!_') || '%' ESCAPE '!'
AND age >= ?2
ORDER BY CASE ?3 WHEN 'id' THEN id WHEN 'name' THEN name WHEN 'age' THEN age END
LIMIT ?4
"""


def find_users(connection, name):
    return map(User._make, connection.execute(FIND, [name]))


def search(connection, text="", min_age=0, order_by="id", limit=20):
    order = Order(order_by)
    for number in (min_age, limit):
        if type(number) is not int:
            raise ValueError(f"{number!r} is no number")
    if limit < 1 or limit > 100:
        raise ValueError("limit")
    found = connection.execute(SEARCH, [text, min_age, order.value, limit])
    return [User(*row) for row in found]
