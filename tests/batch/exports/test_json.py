"""JSON: the published schema accepts every gradebook, and refuses what is none."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from grader.batch.exports import Options, formats, render
from grader.batch.exports.json import SCHEMA_FILE, SCHEMA_ID
from grader.errors import UsageError

from .samples import BOB, CLASS, POOL, WILD, book, entry, hostile

SCHEMA = json.loads(SCHEMA_FILE.read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def told(of: object = CLASS, **options: str) -> dict[str, Any]:
    content = render(of, "json", Options(**options))["gradebook.json"]  # type: ignore[arg-type]
    read: dict[str, Any] = json.loads(content)
    VALIDATOR.validate(read)
    return read


def test_a_class() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID
    ada, bob, cai, dee = told()["entries"]
    assert (ada["points"], ada["earned"], ada["graded"]) == (90, 100, 40)
    assert ada["criteria"][0]["override"]["who"] == "Prof. Hopper"
    assert ada["adjustments"] == [{"label": "One day late", "points": -10}]
    assert ada["comments"][0]["when"] == "2026-11-23T12:00:00+00:00"
    assert [item["points"] for item in (bob, cai, dee)] == [None, None, None]
    assert bob["criteria"][0]["points"] is None


@pytest.mark.parametrize(
    ("key", "value"),
    [("points", 0), ("status", "late"), ("seconds", "1"), ("submitted", "yesterday"), ("new", 1)],
)
def test_the_schema_refuses(key: str, value: object) -> None:
    wrong = copy.deepcopy(told())
    wrong["entries"][2][key] = value
    assert not VALIDATOR.is_valid(wrong)


@settings(max_examples=40, deadline=None)
@given(WILD)
def test_hostile_text_is_visible_and_valid(text: str) -> None:
    shown = told(hostile(text))["entries"][0]["comments"][0]["text"]
    assert all(char.isprintable() or char == "\t" for char in shown)
    if text.isascii() and text.isprintable() and text.strip():
        assert shown == text


def test_what_is_asked_for_is_there_and_nothing_else() -> None:
    both = book(entry(BOB), entry(BOB, POOL), *CLASS.entries[:1])
    some = told(both, exercise="cpp-pool")
    assert [item["exercise"] for item in some["entries"]] == ["cpp-pool"]
    one = told(both, student="ada")
    assert [item["id"] for item in one["students"]] == ["ada"]
    assert [item["student"] for item in one["entries"]] == ["ada"]


def test_a_wrong_name_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="no exercise 'py-lru-cash'; did you mean py-lru-cache"):
        render(CLASS, "json", Options(exercise="py-lru-cash"))
    with pytest.raises(UsageError, match="no student 'zoltan'; it has ada, bob, cai, dee"):
        render(CLASS, "json", Options(student="zoltan"))
    with pytest.raises(UsageError, match="unknown export format 'xls': choose one of canvas"):
        render(CLASS, "xls", Options())


def test_the_formats() -> None:
    assert formats() == ("canvas", "csv", "gradescope", "json", "junit", "moodle", "sarif")
