from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import ExerciseError, RubricError
from grader.load import load_rubric
from grader.load.mistakes import MAX_SHOWN, Mistakes
from grader.load.tables import TOP, Table, parse_toml

KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
SCALARS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.dates(min_value=datetime.date(1, 1, 1)),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def read_everything(table: Table, key: str) -> tuple[object, ...]:
    return (
        table.text(key),
        table.choice(key, ("one", "two")),
        table.whole(key, 1, 5),
        table.number(key, 0.5, 2, default=1),
        table.flag(key, default=False),
        table.texts(key),
        table.lines(key),
    )


@given(value=VALUES)
def test_any_value_is_read_or_is_a_mistake(value: object) -> None:
    mistakes = Mistakes()
    table = Table({"key": value}, path="file.toml", name=TOP, mistakes=mistakes)
    text, choice, whole, number, flag, texts, lines = read_everything(table, "key")
    assert isinstance(text, str)
    assert choice in ("one", "two")
    assert type(whole) is int
    assert 1 <= whole <= 5
    assert isinstance(number, float | int)
    assert 0.5 <= number <= 2
    assert type(flag) is bool
    assert isinstance(texts, tuple)
    assert all(isinstance(item, str) for item in texts)
    assert isinstance(lines, tuple)
    assert 1 <= lines[0] <= lines[1]
    assert mistakes.lines, "no value is right for every type"
    for line in mistakes.lines:
        assert line.startswith("file.toml: [top level] key: ")
        assert line.isprintable()


@given(value=VALUES)
def test_tables_below_never_surprise(value: object) -> None:
    mistakes = Mistakes()
    table = Table({"key": value}, path="file.toml", name=TOP, mistakes=mistakes)
    assert read_everything(table.table("key"), "inner")
    for below in table.tables("key"):
        assert read_everything(below, "inner")
    table.close()
    assert all(line.isprintable() for line in mistakes.lines)


@given(
    content=st.binary(max_size=300) | st.text("[]{}=\"'\\.#\n\r\t a1", max_size=60).map(str.encode)
)
def test_any_bytes_are_a_table_or_a_mistake(content: bytes) -> None:
    mistakes = Mistakes()
    table = parse_toml(content, "file.toml", mistakes)
    assert len(mistakes.lines) <= 1
    known = len(mistakes.lines)
    table.close()
    assert known == 0 or len(mistakes.lines) == 1


@given(
    where=st.sampled_from(["", "criterion 0", "criterion 1"]),
    key=st.sampled_from(
        ["id", "title", "points", "kind", "cause", "requires", "checks", "partial", "criterion"]
    )
    | KEYS,
    value=VALUES,
)
def test_a_rubric_with_one_strange_value_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, where: str, key: str, value: object
) -> None:
    criterion = {
        "id": "first", "title": "T", "points": 1, "kind": "static", "checks": ["py.x"],
        "cause": "c", "consequence": "c", "next_step": "n",
    }  # fmt: skip
    document: dict[str, object] = {"criterion": [dict(criterion), {**criterion, "id": "second"}]}
    tables = document["criterion"]
    assert isinstance(tables, list)
    (tables[int(where[-1])] if where else document)[key] = value
    path = tmp_path_factory.getbasetemp() / "strange.toml"
    path.write_text(tomlkit.dumps(document), encoding="utf-8", newline="")
    try:
        rubric = load_rubric(path, "x")
    except RubricError as error:
        assert all(line.startswith(f"{path}: ") for line in str(error).splitlines())
    else:
        assert rubric.max_points > 0


def test_closing_finds_unknown_keys_below() -> None:
    mistakes = Mistakes()
    document = parse_toml(b"[one]\nright = 1\nwrnog = 2\n[[two]]\nx = 1", "f", mistakes)
    document.table("one").whole("right", 0, 9)
    assert len(document.tables("two")) == 1
    document.close()
    assert mistakes.lines == [
        "f: [one] wrnog: is not a known key",
        "f: [two 1] x: is not a known key",
    ]


def test_suggests_the_key_that_was_meant() -> None:
    mistakes = Mistakes()
    document = parse_toml(b"Next-Step = 'x'", "f", mistakes)
    document.text("next_step")
    document.close()
    assert mistakes.lines == [
        "f: [top level] next_step: is missing",
        "f: [top level] Next-Step: is not a known key; did you mean next_step?",
    ]


def test_messages_are_bounded_and_printable() -> None:
    mistakes = Mistakes()
    hostile = "".join(f'"\\u001b[{number}m" = 1\n' for number in range(500))
    parse_toml(hostile.encode(), Path("f\n\x1b"), mistakes).close()
    with pytest.raises(ExerciseError) as raised:
        mistakes.stop(ExerciseError)
    lines = str(raised.value).split("\n")
    assert len(lines) == MAX_SHOWN + 1
    assert lines[-1] == f"and {500 - MAX_SHOWN} more mistakes"
    assert all(line.isprintable() for line in lines)
    assert lines[0].startswith("f\\n\\x1b: [top level] \\x1b[0m: is not a known key")


def test_no_mistake_raises_nothing() -> None:
    Mistakes().stop(ExerciseError)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (lambda table: table.text("a"), "two words"),
        (lambda table: table.whole("n", 0, 9), 7),
        (lambda table: table.number("n", 0, 9, default=1), 7.0),
        (lambda table: table.number("none", 0, 9, default=1), 1),
        (lambda table: table.flag("b", default=False), True),
        (lambda table: table.flag("none", default=True), True),
        (lambda table: table.texts("t"), ("x", "y")),
        (lambda table: table.texts("none", required=False), ()),
        (lambda table: table.lines("l"), (3, 7)),
        (lambda table: table.text("none", default="x"), "x"),
        (lambda table: table.choice("a2", ("one", "two")), "two"),
    ],
)
def test_right_values(read: Callable[[Table], object], expected: object) -> None:
    mistakes = Mistakes()
    content = b'a = "two\\n words"\na2 = "two"\nn = 7\nb = true\nt = ["x", "y"]\nl = [3, 7]'
    assert read(parse_toml(content, "f", mistakes)) == expected
    assert mistakes.lines == []
