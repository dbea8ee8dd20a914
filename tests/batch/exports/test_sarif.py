"""SARIF: the parts of the standard that are used, each key of them known and each value right."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.batch.book import Finding, Place
from grader.batch.exports import Options, render

from .samples import ADA, ADA_CHANGED, CLASS, EVICTS, FOUND, GIVEN, WILD, book, entry, hostile


def obj(required: str, /, **properties: Any) -> dict[str, Any]:
    """A schema of an object with these properties and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


TEXT = obj("text", text={"type": "string", "minLength": 1})
BAG = {"type": "object"}
NATURAL = {"type": "integer", "minimum": 1}
URI = {"type": "string", "pattern": "^([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}
RULE = obj("id", id={"type": "string"}, shortDescription=TEXT, help=TEXT, properties=BAG)
PHYSICAL = obj(
    "artifactLocation",
    artifactLocation=obj("uri", uri=URI, uriBaseId={"const": "SUBMISSION"}),
    region=obj("startLine", startLine=NATURAL, startColumn=NATURAL),
)
SUPPRESSION = obj(
    "kind",
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification={"type": "string"},
)
RESULT = obj(
    "message ruleId ruleIndex",
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    level={"enum": ["none", "note", "warning", "error"]},
    message=TEXT,
    locations={"type": "array", "items": obj("physicalLocation", physicalLocation=PHYSICAL)},
    suppressions={"type": "array", "items": SUPPRESSION, "uniqueItems": True},
    properties=BAG,
)
NOTIFICATION = obj("message", level={"enum": ["none", "note", "warning", "error"]}, message=TEXT)
INVOCATION = obj(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications={"type": "array", "items": NOTIFICATION},
)
DRIVER = obj(
    "name", name={"type": "string"}, rules={"type": "array", "items": RULE, "uniqueItems": True}
)
RUN = obj(
    "tool results",
    tool=obj("driver", driver=DRIVER),
    automationDetails=obj("id", id={"type": "string"}),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds=obj("", SUBMISSION=obj("", description=TEXT)),
    invocations={"type": "array", "items": INVOCATION},
    results={"type": "array", "items": RESULT},
    properties=BAG,
)
LOG = obj(
    "version runs",
    **{"$schema": {"type": "string"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)


def runs(of: object = CLASS) -> list[dict[str, Any]]:
    """The runs, after a look at all that the standard asks for beyond the types."""
    told = json.loads(render(of, "sarif", Options())["results.sarif"])  # type: ignore[arg-type]
    jsonschema.validate(told, LOG)
    for run in told["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            if result.get("kind", "fail") != "fail":  # SARIF 2.1.0, 3.27.10
                assert result["level"] == "none"
    listed: list[dict[str, Any]] = told["runs"]
    return listed


def test_a_run_for_each_that_was_handed_in() -> None:
    ada, bob, cai = runs()
    assert [run["properties"]["student"] for run in (ada, bob, cai)] == ["ada", "bob", "cai"]
    assert [run["invocations"][0]["executionSuccessful"] for run in (ada, bob, cai)] == [
        True,
        False,
        False,
    ]
    assert "without a verdict" in str(bob["invocations"][0]["toolExecutionNotifications"])
    assert [item["kind"] for item in bob["results"] if "kind" in item] == ["open"]
    assert cai["results"] == []


def test_places_are_relative_and_encoded() -> None:
    [run] = runs(book(entry(ADA)))
    seen, found = run["results"]
    assert seen["ruleId"] == "criterion/evicts"
    assert seen["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/lru.py", "uriBaseId": "SUBMISSION"},
        "region": {"startLine": 7},
    }
    assert (found["ruleId"], found["level"]) == ("check/py.bare-except", "note")
    assert found["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
    }


def test_what_a_person_gave_in_full_is_suppressed() -> None:
    [run] = runs(book(ADA_CHANGED))
    [suppression] = run["results"][0]["suppressions"]
    assert suppression["kind"] == "external"
    assert "decided by Prof. Hopper on 2026-11-23" in suppression["justification"]
    assert run["properties"]["policy"] == ["One day late: -10 points"]
    partly = replace(EVICTS, override=replace(GIVEN, points=Fraction(30)))
    [run] = runs(book(entry(ADA, criteria=(partly,))))
    assert "suppressions" not in run["results"][0]
    assert "30 of 60" in run["results"][0]["properties"]["override"]


@settings(max_examples=60, deadline=None)
@given(WILD | st.text("./%:a\\ é?#", max_size=8))
def test_a_uri_is_the_path_and_never_leads_out(path: str) -> None:
    found = Finding(check="c", message="m", place=Place(file=path, line=1))
    [run] = runs(book(entry(ADA, criteria=(), findings=(found,))))
    [result] = run["results"]
    if "locations" in result:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert urljoin("file:///class/ada/", uri).startswith("file:///class/ada/")
        if path.isprintable():
            assert PurePosixPath(unquote(uri)) == PurePosixPath(path) or ".." in path
    else:
        assert not path or path[0] in "/." or ".." in path


@settings(max_examples=30, deadline=None)
@given(WILD)
@example("\r")
def test_hostile_text_is_valid(text: str) -> None:
    [run] = runs(hostile(text))
    assert run["results"][0]["message"]["text"]


@pytest.mark.parametrize("count", [0, 200, 250])
def test_what_is_too_much_is_counted(count: int) -> None:
    [run] = runs(book(entry(ADA, criteria=(), findings=(FOUND,) * count)))
    assert len(run["results"]) == min(count, 200)
    told = str(run["invocations"][0].get("toolExecutionNotifications"))
    assert ("50 more findings" in told) == (count == 250)
