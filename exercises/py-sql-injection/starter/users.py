import re


def validate_sql_injection(input_string: str) -> bool:
    """Basic SQL injection detection"""
    dangerous_patterns = [
        r'(\b(SELECT|INSERT|UPDATE|DELETE|DROP|CREATE|ALTER)\b)',
        r'(\b(UNION|OR|AND)\b.*\b(SELECT)\b)',
        r'(\'|\"|;|--|\|\|)'
    ]

    for pattern in dangerous_patterns:
        if re.search(pattern, input_string, re.IGNORECASE):
            return False
    return True


def find_users(connection, name):
    if not validate_sql_injection(name):
        raise ValueError("SQL injection detected")
    query = f"SELECT id, name, age FROM users WHERE name = '{name}' ORDER BY id"
    return connection.execute(query).fetchall()


def search(connection, text="", min_age=0, order_by="id", limit=20):
    for argument in (text, min_age, order_by, limit):
        if not validate_sql_injection(str(argument)):
            raise ValueError("SQL injection detected")
    query = (f"SELECT id, name, age FROM users WHERE name LIKE '%{text}%' "
             f"AND age >= {min_age} ORDER BY {order_by} LIMIT {limit}")
    return connection.execute(query).fetchall()
