"""Gradescope: `results.json` as the autograder specification describes it."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from grader.batch.exports import Options, render
from grader.batch.exports.gradescope import crashed

from .samples import CLASS, WILD, hostile

FORMATS = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBLE = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
TEST = {
    "score": {"type": "number"},
    "max_score": {"type": "number"},
    "status": {"enum": ["passed", "failed"]},
    "name": {"type": "string"},
    "name_format": FORMATS,
    "number": {"type": "string"},
    "output": {"type": "string"},
    "output_format": FORMATS,
    "tags": {"type": "array", "items": {"type": "string"}},
    "visibility": VISIBLE,
    "extra_data": {"type": "object"},
}
SPECIFIED = {
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "output", "tests"],
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMATS,
        "test_output_format": FORMATS,
        "test_name_format": FORMATS,
        "visibility": VISIBLE,
        "stdout_visibility": VISIBLE,
        "extra_data": {"type": "object"},
        "tests": {
            "type": "array",
            "items": {"type": "object", "additionalProperties": False, "properties": TEST},
        },
    },
}
"""The keys and values of the specification, in words of ours; keys that it does not know fail."""


def checked(content: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(content)
    jsonschema.validate(told, SPECIFIED)
    return told


def test_one_student_is_one_file() -> None:
    files = render(CLASS, "gradescope", Options(student="ada"))
    assert list(files) == ["results.json"]
    told = checked(files["results.json"])
    assert told["score"] == 90
    assert "Policy: One day late: -10 points" in told["output"]
    assert "Comment by Prof. Hopper on 2026-11-23" in told["output"]
    evicts, keys = told["tests"]
    assert (evicts["score"], evicts["max_score"], evicts["status"]) == (60, 60, "passed")
    assert "instead of 0, decided by Prof. Hopper" in evicts["output"]
    assert (keys["score"], keys["status"], keys["output"]) == (40, "passed", "")


def test_a_class_is_a_folder_for_each_and_what_is_no_grade_says_so() -> None:
    files = render(CLASS, "gradescope", Options())
    assert list(files) == [f"py-lru-cache/{who}/results.json" for who in ("ada", "bob", "cai")]
    for who in ("bob", "cai"):
        told = checked(files[f"py-lru-cache/{who}/results.json"])
        assert told["score"] == 0
        assert told["output"].startswith("This is not a grade.")
    told = checked(files["py-lru-cache/bob/results.json"])
    assert not {"status", "score"} & set(told["tests"][0])
    assert "time ran out on our side" in told["tests"][0]["output"]


@pytest.mark.parametrize("message", ["", "no space left\non device", "\x1b[31m\ud800", "x" * 10**6])
def test_a_crash_is_a_valid_file_that_says_whose_fault_it_is(message: str) -> None:
    told = checked(crashed("A cache", Fraction(100), message))
    assert told["score"] == 0
    assert "not a grade" in told["output"]
    assert "no fault of the submission" in told["output"]
    assert told["tests"][0]["max_score"] == 100
    assert len(told["output"]) < 2_000


@settings(max_examples=40, deadline=None)
@given(WILD)
def test_hostile_text_is_valid_and_visible(text: str) -> None:
    for content in render(hostile(text), "gradescope", Options()).values():
        told = checked(content)
        lines = [told["output"], *(item["output"] for item in told["tests"])]
        assert all(char.isprintable() or char in "\n\t" for line in lines for char in line)
