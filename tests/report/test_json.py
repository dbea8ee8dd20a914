"""`result.json`: as its schema says, exact where it can be, harmless everywhere."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from grader.report import render
from grader.report.json import SCHEMA_FILE, SCHEMA_ID
from tests.report.samples import SAMPLES

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def result(name: str) -> dict[str, Any]:
    shown = json.loads(render(SAMPLES[name](), "json"))
    assert isinstance(shown, dict)
    return shown


def test_schema_is_sound_and_strict() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID

    def objects(part: object) -> list[dict[str, Any]]:
        if isinstance(part, list):
            return [found for item in part for found in objects(item)]
        if not isinstance(part, dict):
            return []
        own = [part] if part.get("type") == "object" else []
        return own + [found for item in part.values() for found in objects(item)]

    assert all("additionalProperties" in item for item in objects(SCHEMA))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_fit_the_schema(name: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(result(name))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("points",), None),
        (("percent",), 100.1),
        (("rejection",), "refused"),
        (("extra",), 1),
        (("criteria", 0, "status"), "ok"),
        (("criteria", 2, "evidence", 0, "location"), {"file": "a"}),
        (("hashes", "other"), "x"),
    ],
)
def test_schema_refuses(path: tuple[str | int, ...], value: object) -> None:
    shown: Any = result("partial_race")
    part = shown
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(shown)


def test_numbers_have_two_decimals_at_most() -> None:
    shown = result("partial_race")
    assert (shown["points"], shown["max_points"], shown["percent"]) == (50.83, 100, 50.83)
    assert shown["criteria"][3]["points"] == 8.33
    assert shown["criteria"][3]["max_points"] == 12.5


def test_no_number_is_null() -> None:
    for name in ("incomplete", "rejected"):
        shown = result(name)
        assert (shown["status"], shown["points"], shown["percent"]) == (name, None, None)
    assert result("rejected")["rejection"].startswith("lru_cache.py is a symbolic link")


def test_evidence_is_complete() -> None:
    criteria = {item["id"]: item for item in result("partial_race")["criteria"]}
    (race,) = criteria["thread-safe"]["evidence"]
    assert [step["thread"] for step in race["interleaving"]] == list("00111110")
    assert race["interleaving"][-1]["location"] == {"file": "lru_cache.py", "line": 17, "column": 0}
    found = criteria["distinct-keys"]["evidence"][0]
    assert found["location"] == {"file": "lru_cache.py", "line": 15, "column": 19}
    assert "traceback" not in found
    failed, *passed = criteria["any-maxsize"]["evidence"]
    assert failed["traceback"][0]["source"] == "if maxsize < 0:"
    assert [item["outcome"] for item in passed] == ["passed", "passed"]
    assert "double-free" in result("sanitizer")["criteria"][2]["evidence"][0]["output"]


def test_hostile_text_is_bounded_and_has_no_surrogate() -> None:
    content = render(SAMPLES["hostile"](), "json")
    text = content.decode("utf-8")
    assert all(char.isprintable() for char in set(text) - {"\n"})
    assert "\\ud800" not in text.lower()
    assert len(content) < 1_000_000
    shown = json.loads(content)
    assert shown["left_out"]["findings"] == 10_000 - len(shown["findings"])
    assert shown["left_out"]["ignored"] == 1000 - len(shown["ignored"])
    assert shown["criteria"][1]["evidence_left_out"] == 30 - len(shown["criteria"][1]["evidence"])


def test_provenance() -> None:
    shown = result("sanitizer")
    assert shown["sandbox"] == {"rung": "landlock"}
    assert shown["seed"] == 20240611
    assert set(shown["hashes"]) == {"submission", "exercise", "rubric"}
    assert shown["versions"]["pylint"] == "4.1.4"
    assert shown["seconds"] == {"intake": 0.004, "checks": 0.213, "tests": 0.874}
