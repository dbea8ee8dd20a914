"""Hidden tests of the small cache: random operations, compared with a model out here."""

import pytest

from grader.oracle import same


class Model:
    """What a least-recently-used cache answers."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.capacity:
            del self.entries[next(iter(self.entries))]


def operations(rng, keys, count):
    """So many random operations on some of the keys."""
    return [
        ("get", rng.choice(keys)) if rng.random() < 0.5
        else ("put", rng.choice(keys), rng.randrange(1_000_000))
        for _ in range(count)
    ]  # fmt: skip


def expected(capacity, todo):
    """The answers of the model to the operations."""
    model = Model(capacity)
    return [getattr(model, name)(*rest) for name, *rest in todo]


def told(todo):
    """Operations in words; the last ones only."""
    shown = [f"{name}({', '.join(map(repr, rest))})" for name, *rest in todo[-12:]]
    return ("… " if len(todo) > 12 else "") + ", ".join(shown)


def first_wrong(right, seen):
    """The position of the first answer that differs."""
    if type(seen) is not list:
        return 0
    pairs = enumerate(zip(right, seen, strict=False))
    return next((at for at, (one, other) in pairs if not same(one, other)), min(len(right), len(seen)))


@pytest.mark.criterion("order")
def test_one_at_a_time(solution, rng, reveal):
    """Each operation in turn, on caches of several sizes."""
    for capacity in (1, 2, rng.randint(3, 5)):
        reveal(f"LRUCache({capacity}) could not be made or used.")
        cache, model = solution.LRUCache(capacity), Model(capacity)
        keys = rng.sample(range(1000), capacity + 2)
        for number, (name, *rest) in enumerate(todo := operations(rng, keys, 40), start=1):
            right = getattr(model, name)(*rest)
            seen = getattr(cache, name)(*rest)
            reveal(f"LRUCache({capacity}): {told(todo[:number])}: the last answer is wrong.")
            assert name == "put" or same(seen, right)


@pytest.mark.criterion("order")
def test_long_sequences(scenarios, rng, reveal):
    """Long random sequences of operations, on caches of several sizes."""
    for capacity in (1, 2, 3, rng.randint(4, 8), rng.randint(9, 20)):
        todo = operations(rng, rng.sample(range(1000), capacity + rng.randint(1, 3)), 300)
        right = [answer for answer, item in zip(expected(capacity, todo), todo, strict=True)
                 if item[0] == "get"]  # fmt: skip
        reveal(f"LRUCache({capacity}) did not answer each of {len(todo)} operations.")
        seen = scenarios.answers(capacity, todo)
        assert type(seen) is list
        assert len(seen) == len(todo)
        seen = [answer for answer, item in zip(seen, todo, strict=True) if item[0] == "get"]
        at = [number for number, item in enumerate(todo) if item[0] == "get"]
        wrong = first_wrong(right, seen)
        if wrong < len(right):
            reveal(f"LRUCache({capacity}): {told(todo[:at[wrong] + 1])}: the last answer is wrong.")
        assert same(seen, right)


@pytest.mark.criterion("values")
def test_values_come_back(scenarios, rng, reveal):
    """Values of every kind come back as they were put in."""
    number = rng.randrange(2, 1000)
    some = [None, False, 0, -1, number, -(10**30), 1.5, float("inf"), "", "näme\n", b"\0", [], {},
            (number, "a"), [1, [2, True]], {"a": [1], 2: None}, {1, 2}, frozenset({3})]  # fmt: skip
    rng.shuffle(some)
    for value in some:
        reveal(f"put(1, {value!r}), get(1): the value did not come back as it was.")
        assert same(scenarios.answers(2, [("put", 1, value), ("get", 1)])[1], value)


@pytest.mark.criterion("values")
def test_the_same_object(scenarios, rng, reveal):
    """The very object that was put in comes back."""
    value = [rng.random()]
    reveal("put(key, value), get(key): something else than the very same list came back.")
    assert same(scenarios.same_object(value), True)


@pytest.mark.criterion("keys")
def test_kinds_of_keys(scenarios, rng, reveal):
    """Keys of several types, some of which look alike or hash alike."""
    number = rng.randrange(2, 1000)
    keys = [number, str(number), (number,), str((number,)), -1, -2, 2**61 - 1, 0, 2.5, "2.5", None,
            "None", "", (), b"1", "b'1'", (1, "a"), ("1", "a"), frozenset({1}), (-1, 2), (-2, 2)]
    rng.shuffle(keys)
    for _ in range(4):
        capacity = rng.randint(3, len(keys))
        todo = operations(rng, keys, 120)
        seen = scenarios.answers(capacity, todo)
        reveal(f"LRUCache({capacity}) with the keys {keys!r}: keys were mixed up.")
        assert type(seen) is list
        gets = [at for at, item in enumerate(todo) if item[0] == "get"]
        right = expected(capacity, todo)
        assert same([seen[at] for at in gets], [right[at] for at in gets])


@pytest.mark.criterion("instances")
def test_instances(scenarios, rng, reveal):
    """Two caches, used in turn, have nothing to do with each other."""
    keys = rng.sample(range(1000), 5)
    sizes = [2, 3]
    reveal("Two caches, used in turn: one answered as if the other's operations had been its own.")
    todo = [(rng.randrange(2), *item) for item in operations(rng, keys, 150)]
    seen = scenarios.in_turn(sizes, todo)
    models = [Model(size) for size in sizes]
    right = [getattr(models[which], name)(*rest) for which, name, *rest in todo]
    gets = [at for at, item in enumerate(todo) if item[1] == "get"]
    assert type(seen) is list
    assert same([seen[at] for at in gets], [right[at] for at in gets])
