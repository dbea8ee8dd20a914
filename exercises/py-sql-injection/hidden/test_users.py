"""Hidden tests of the look-ups. All rows are drawn; what comes out is judged, and nothing else."""

import pytest

from grader.oracle import same

FIRST = ["Ada", "Bo", "Cleo", "Dora", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo", "Kim", "Lou"]


def word(rng, length=7):
    """Letters at random: a text that occurs nowhere by chance."""
    return "".join(rng.choice("bcdfghklmnprstvz") for _ in range(length))


def person(number, name, age, rng):
    """A row of the table."""
    return [number, name, age, word(rng, 12)]


def crowd(rng, count=8):
    """Rows with names and ages of their own; ids, names and ages are in different orders."""
    ids, ages = rng.sample(range(1, 10**6), count), rng.sample(range(20, 90), count)
    names = [f"{first} {word(rng)}" for first in rng.sample(FIRST, count)]
    return [person(*row, rng) for row in zip(ids, names, ages, strict=True)]


def with_names(rng, names):
    """Rows with these names."""
    return [person(number, name, age, rng) for number, name, age in zip(
        rng.sample(range(1, 10**6), len(names)), names,
        rng.sample(range(20, 90), len(names)), strict=True)]


def found(people, holds, key="id"):
    """The answer that is due: the rows for which `holds` does, without the secret."""
    place = ["id", "name", "age"].index(key)
    return {"rows": [row[:3] for row in sorted(people, key=lambda row: row[place]) if holds(row)]}


def ids(answer):
    """The ids that came out, in order; or what was raised."""
    return answer["rows"] if "rows" not in answer else [row[0] for row in answer["rows"]]


def told(answer):
    """What came out, for a learner's eyes."""
    if "raised" in answer:
        return f"raised {answer['raised'][0]}"
    return f"gave {len(answer['rows'])} rows: {answer['rows'][:5]}"


def names_of(rng):
    """Names that a guard would stop, or that a careless query would change."""
    some = word(rng)
    return [
        f"O'Brien {some}", f"D''Arcy {some}", f'"{some}" Double', f"{some}'", f"'{some}",
        f"Rosie Drop {some}", f"Please select a seat, {some}", f"{some} Update; Delete",
        f"{some} -- a dash", f"{some} /* star */", f"R&D; {some}", f"{some} || {some}",
        f"x' OR '1'='1{some}", f"{some}'); DROP TABLE users; --", f"union all {some} select 1",
        f"{some}%", f"_{some}", f"back\\slash {some}", f":name {some}", f"?{some}", f"{{{some}}}",
        f"%s {some}", f"{some}\tTab\nLine", f" {some} ", f"{some} Zoë Łukasz 李 😀",
        f"{rng.randint(1, 10**9)}", f"00{rng.randint(1, 10**6)}", f"{rng.randint(1, 99)}e3",
    ]


@pytest.mark.criterion("importable")
def test_importable(scenarios, rng):
    """`users.py` can be imported, and finds a user with a simple name."""
    people = crowd(rng)
    name = people[3][1]
    (answer,) = scenarios.asked(people, [["find_users", {"name": name}]])
    assert answer == found(people, lambda row: row[1] == name)


# any-name


@pytest.mark.criterion("any-name")
def test_any_name(scenarios, rng, reveal):
    """Everybody can be looked up, whatever their name is made of."""
    names = names_of(rng)
    people = with_names(rng, names)
    answers = scenarios.asked(people, [["find_users", {"name": name}] for name in names])
    for name, answer in zip(names, answers, strict=True):
        reveal(f"One user was called {name!r}. find_users with exactly this name {told(answer)}.")
        assert answer == found(people, lambda row, name=name: row[1] == name)


@pytest.mark.criterion("any-name")
def test_any_text(scenarios, rng, reveal):
    """Any part of a name can be searched for, also one that looks like SQL."""
    names = [name for name in names_of(rng) if not set("%_\\") & set(name)]
    people = with_names(rng, names)
    answers = scenarios.asked(people, [["search", {"text": name[1:], "limit": 50}]
                                       for name in names])
    for name, answer in zip(names, answers, strict=True):
        reveal(f"One user was called {name!r}. search with text={name[1:]!r} {told(answer)}.")
        assert answer == found(people, lambda row, text=name[1:]: text in row[1])


@pytest.mark.criterion("exact")
def test_exact_name(scenarios, rng, reveal):
    """`find_users` finds whole names only, with their case and their spaces."""
    some = word(rng)
    names = [some, some.upper(), f" {some}", f"{some} ", some[:-1], f"{some}s", some, some.title()]
    people = with_names(rng, names)
    asked = [*dict.fromkeys(names), f"{some[:3]}%", "_" * len(some), "", "%"]
    answers = scenarios.asked(people, [["find_users", {"name": name}] for name in asked])
    for name, answer in zip(asked, answers, strict=True):
        reveal(f"Users were called {names}. find_users with {name!r} {told(answer)}. Whole names "
               "count, in the order of ids.")
        assert answer == found(people, lambda row, name=name: row[1] == name)


@pytest.mark.criterion("exact")
def test_search(scenarios, rng, reveal):
    """`search` keeps to text, age, order and limit, alone and together."""
    people = crowd(rng, 12)
    for _ in range(6):
        text, age = rng.choice(["", " ", rng.choice(people)[1][-4:]]), rng.choice(people)[2]
        limit = rng.randint(1, 5)
        arguments = {"text": text, "min_age": age, "limit": limit}
        (answer,) = scenarios.asked(people, [["search", arguments]])
        due = found(people, lambda row, t=text, a=age: t in row[1] and row[2] >= a)
        reveal(f"search with {arguments} {told(answer)}. Ages were "
               f"{sorted(row[2] for row in people)}.")
        assert same(answer, {"rows": due["rows"][:limit]})


@pytest.mark.criterion("exact")
def test_defaults(scenarios, rng, reveal):
    """Without arguments, `search` gives the first 20 by id."""
    people = with_names(rng, [f"{word(rng)}" for _ in range(rng.randint(25, 40))])
    answers = scenarios.asked(people, [["search", {}], ["search", {"limit": 100}],
                                       ["search", {"limit": 1}]])
    everybody = found(people, lambda row: True)["rows"]
    for size, answer in zip((20, 100, 1), answers, strict=True):
        reveal(f"{len(people)} users. A limit of {size} (20 by default) {told(answer)}.")
        assert answer == {"rows": everybody[:size]}


@pytest.mark.criterion("any-name")
def test_strange_names(scenarios, rng, reveal):
    """Text that tries to end the statement finds nobody but who is called so."""
    people, loans = crowd(rng), [[1, word(rng), word(rng)]]
    known = people[0][1]
    texts = [
        f"{known}' OR '1'='1", f"{known}' OR 1=1 --", f"{known}'/*", "' OR ''='", "' OR 1=1 #",
        f"{known}' UNION SELECT id, secret, age FROM users --", f"{known}\\' OR 1=1 --",
        "' UNION SELECT id, title, reader FROM loans --", f"{known}'; DROP TABLE loans; --",
        f"{known}\uff07 OR 1=1 --", f"\u02bc OR 1=1 --{known}", f"{known}%' --", f"{known}'||'",
        f"' OR name LIKE '{known[:2]}%", "') OR ('1'='1",
    ]
    calls = [["find_users", {"name": text}] for text in texts]
    calls += [["search", {"text": text}] for text in texts]
    for (function, arguments), answer in zip(calls, scenarios.asked(people, calls, loans),
                                             strict=True):
        reveal(f"{function} with {arguments}: nobody's name is or contains that. It "
               f"{told(answer)}.")
        assert answer == {"rows": []}


@pytest.mark.criterion("exact")
def test_nul(scenarios, rng, reveal):
    """A name with a NUL character in it is not cut off there."""
    people = crowd(rng)
    known = people[0][1]
    calls = [["find_users", {"name": text}]
             for text in (f"{known}\0", f"{known}\0' OR 1=1 --", f"\0{known}")]
    for (_, arguments), answer in zip(calls, scenarios.asked(people, calls), strict=True):
        reveal(f"find_users with {arguments} {told(answer)}.")
        assert answer == {"rows": []} or "raised" in answer


# literal-search


@pytest.mark.criterion("literal-search")
def test_wildcards(scenarios, rng, reveal):
    """Percent signs, underscores and backslashes in a search stand for themselves."""
    some = word(rng)
    names = [f"100% {some}", f"100 {some}", f"a_{some}", f"ab{some}", f"c\\{some}", f"c\\\\{some}",
             f"c{some}", f"\\%{some}", f"\\_{some}", f"x%_{some}", f"xyz{some}", f"[{some}]*?",
             f"!{some}", f"!!%{some}", f"^{some}", f"${some}", f"#{some}", f"~{some}|", f"@/{some}"]
    people = with_names(rng, names)
    texts = ["%", "_", "\\", "\\\\", "\\%", "\\_", "%_", "0%", "a_", "c\\", "%%", "__", "_%", "!",
             "!!", "!%", "!!%", "^", "^%", "$", "#", "~", "|", "/", "@/", "[", "]", "*", "?", "0_",
             f"%{some}", f"_{some}", f"{some}%", f"\\{some}"]
    answers = scenarios.asked(people, [["search", {"text": text}] for text in texts])
    for text, answer in zip(texts, answers, strict=True):
        reveal(f"search with text={text!r} {told(answer)}. Names that contain it: "
               f"{[name for name in names if text in name]}.")
        assert answer == found(people, lambda row, text=text: text in row[1])


# numbers-stay-numbers


@pytest.mark.criterion("numbers-stay-numbers")
def test_age_is_no_text(scenarios, rng, reveal):
    """A `min_age` that goes on in SQL finds nobody whom the number would not find."""
    people, loans = crowd(rng), [[1, word(rng), word(rng)]]
    age = sorted(row[2] for row in people)[5]
    endings = [" OR 1=1", " OR age", ")OR(1", " OR name LIKE 0 OR 1", " OR 1 --", " UNION SELECT "
               "id, secret, age FROM users", " UNION SELECT id, title, 1 FROM loans", "-999", "*0",
               " OR length(secret) > 0", "/**/OR/**/1", " OR TRUE", "\nOR\n1",
               " or secret > char(0)"]
    calls = [["search", {"min_age": f"{age}{ending}"}] for ending in endings]
    due = [found(people, lambda row: row[2] >= age), {"rows": []}]
    for (_, arguments), answer in zip(calls, scenarios.asked(people, calls, loans), strict=True):
        reveal(f"search with {arguments} {told(answer)}. {age} alone finds "
               f"{len(due[0]['rows'])} of {len(people)} users.")
        assert "raised" in answer or answer in due


@pytest.mark.criterion("numbers-stay-numbers")
def test_limit_in_range(scenarios, rng, reveal):
    """A `limit` outside 1 to 100 raises `ValueError`."""
    people = with_names(rng, [word(rng) for _ in range(5)])
    limits = [0, -1, 101, -rng.randint(2, 1000), rng.randint(102, 10**6), 2**63, -(2**70)]
    calls = [["search", {"limit": limit}] for limit in limits]
    for (_, arguments), answer in zip(calls, scenarios.asked(people, calls), strict=True):
        reveal(f"search with {arguments} {told(answer)}; ValueError was due.")
        assert "ValueError" in answer.get("raised", [])


@pytest.mark.criterion("numbers-stay-numbers")
def test_limit_is_no_text(scenarios, rng, reveal):
    """A `limit` that goes on in SQL is refused."""
    people = with_names(rng, [word(rng) for _ in range(5)])
    endings = [" OFFSET 2", ", 3", " OR 1", " + 50", "-9", " --", "/*", "; DROP TABLE users",
               " UNION SELECT id, secret, age FROM users", "*(length(name))", " ,-1"]
    calls = [["search", {"limit": f"{rng.randint(1, 3)}{ending}"}] for ending in endings]
    for (_, arguments), answer in zip(calls, scenarios.asked(people, calls), strict=True):
        reveal(f"search with {arguments} {told(answer)}; it was to be refused.")
        assert "raised" in answer


@pytest.mark.criterion("exact")
def test_huge_age(scenarios, rng, reveal):
    """Very old and negative ages are numbers like others."""
    people = crowd(rng)
    ages = [-1, -(10**6), 0, 200, 10**9]
    answers = scenarios.asked(people, [["search", {"min_age": age}] for age in ages])
    for age, answer in zip(ages, answers, strict=True):
        reveal(f"search with min_age={age} {told(answer)}.")
        assert answer == found(people, lambda row, age=age: row[2] >= age)


# order-by


@pytest.mark.criterion("order-by")
@pytest.mark.parametrize("key", ["id", "name", "age"])
def test_order(scenarios, rng, reveal, key):
    """Results come in the order that was asked for, and `limit` keeps the first."""
    people = crowd(rng, 10)
    everybody = found(people, lambda row: True, key)
    answers = scenarios.asked(people, [["search", {"order_by": key}],
                                       ["search", {"order_by": key, "limit": 4}]])
    for answer, size in zip(answers, (10, 4), strict=True):
        reveal(f"search with order_by={key!r} and room for {size} {told(answer)}. By {key} the ids "
               f"are {ids(everybody)[:size]}.")
        assert answer == {"rows": everybody["rows"][:size]}


@pytest.mark.criterion("order-by")
def test_unknown_order(scenarios, rng, reveal):
    """Ordering by anything but `id`, `name` and `age` raises `ValueError`."""
    people = crowd(rng)
    orders = [word(rng), "secret", "secret DESC", "name, secret", "length(secret)", "random()", "1",
              "4", "users.secret", "(secret)", "`secret`", "[secret]", '"secret"', "age -- ",
              "age/**/", "CASE WHEN secret > 'm' THEN id ELSE -id END", "id LIMIT 1", "age*0",
              "rowid",
              "id; DROP TABLE loans", "(SELECT secret FROM users u WHERE u.id = users.id)",
              "name COLLATE NOCASE, secret", "name)",
              "iif(secret>char(109),id,-id)", "id\0", "*"]
    calls = [["search", {"order_by": order}] for order in orders]
    for (_, arguments), answer in zip(calls, scenarios.asked(people, calls), strict=True):
        reveal(f"search with {arguments} {told(answer)}; ValueError was due.")
        assert "ValueError" in answer.get("raised", [])


# reads-only


@pytest.mark.criterion("reads-only")
def test_nothing_changes(scenarios, rng, reveal):
    """After many calls, friendly and hostile, the database holds what it held."""
    people = crowd(rng)
    loans = [[number, word(rng), word(rng)] for number in range(1, 4)]
    ending = rng.choice(["DROP TABLE loans", "DELETE FROM loans", "UPDATE users SET age = 1"])
    texts = [people[0][1], f"x'; {ending}; --", f"x%'; {ending}; --", f"'); {ending}; --"]
    calls = [["find_users", {"name": text}] for text in texts]
    calls += [["search", {"text": text}] for text in texts]
    calls += [["search", {key: f"{start}; {ending}; --"}]
              for key, start in (("min_age", "1"), ("order_by", "id"), ("limit", "5"))]
    reveal(f"Among the arguments were texts such as {texts[1]!r}. After the calls the database did "
           "not hold what it held before.")
    assert scenarios.contents(people, loans, calls) == {
        "users": sorted(people), "loans": loans}
