"""Decoding an untrusted answer: what inspect says is accepted, anything else is refused."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks import limits
from grader.checks.outcomes import Inspection, decode_inspection
from grader.checks.protocol import Place
from grader.checks.results import concluded, finding, sign, trouble

ASKED = ("py.one", "pylint.two")


def found(check: str = "py.one") -> dict[str, Any]:
    return finding(check, "message", Place(file="code.py", line=3, column=1), "advice")


def answer() -> dict[str, Any]:
    return {
        "checks": [
            concluded("py.one", [found()], ""),
            concluded("pylint.two", [], "code.py could not be read"),
        ],
        "findings": [found("py.three")],
        "integrity": [sign("pragma", "message", Place(file="code.py", line=1))],
        "parse": [trouble("message", Place(file="code.py", line=2, column=5))],
    }


def test_a_whole_answer() -> None:
    inspection = decode_inspection(answer(), ASKED)
    assert [item.outcome for item in inspection.checks] == ["failed", "skipped"]
    assert inspection.checks[0].findings[0].location.line == 3
    assert inspection.checks[0].findings[0].advice == "advice"
    assert inspection.findings[0].check == "py.three"
    assert inspection.integrity[0].kind == "pragma"
    assert inspection.parse[0].location.column == 5
    assert inspection.source.state == "completed"


CHANGES: list[tuple[tuple[str | int, ...], Any]] = [
    ((), []),
    (("checks",), None),
    (("checks",), []),
    (("checks", 0, "check"), "py.other"),
    (("checks", 0, "check"), "PY.ONE"),
    (("checks", 0, "outcome"), "passed"),
    (("checks", 0, "outcome"), "great"),
    (("checks", 0, "outcome"), ["failed"]),
    (("checks", 0, "findings"), []),
    (("checks", 0, "findings", 0, "check"), "pylint.two"),
    (("checks", 0, "findings", 0, "line"), True),
    (("checks", 0, "findings", 0, "line"), -1),
    (("checks", 0, "findings", 0, "line"), 1.0),
    (("checks", 0, "findings", 0, "column"), limits.MAX_LINE + 1),
    (("checks", 0, "findings", 0, "file"), "x" * (limits.MAX_PATH + 1)),
    (("checks", 0, "findings", 0, "message"), "a\nb"),
    (("checks", 0, "findings", 0, "message"), "a\x1b[31mb"),
    (("checks", 0, "findings", 0, "message"), "a\u202eb"),
    (("checks", 0, "findings", 0, "message"), "x" * (limits.MAX_TEXT + 1)),
    (("checks", 0, "findings", 0, "message"), None),
    (("checks", 0, "findings", 0), {}),
    (("checks", 0, "findings"), [found()] * (limits.MAX_FINDINGS_PER_CHECK + 1)),
    (("checks", 1, "message"), ""),
    (("findings", 0, "check"), "py.one"),
    (("findings",), [found("py.three")] * (limits.MAX_FINDINGS + 1)),
    (("integrity", 0, "kind"), "<script>"),
    (("integrity", 0, "extra"), 1),
    (("parse", 0, "message"), 5),
    (("more",), 1),
]


@pytest.mark.parametrize(("path", "value"), CHANGES)
def test_any_other_answer_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    changed: Any = answer()
    if path:
        inner = changed
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
    else:
        changed = value
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        decode_inspection(changed, ASKED)


def test_the_order_and_number_of_checks_count() -> None:
    swapped = answer()
    swapped["checks"].reverse()
    with pytest.raises(ValueError, match="not those asked for"):
        decode_inspection(swapped, ASKED)
    with pytest.raises(ValueError, match="not those asked for"):
        decode_inspection(answer(), (*ASKED, "py.four"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["checks", "findings", "integrity", "parse", "check", "outcome", "message"]
            )
            | st.text(max_size=3),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(value=JSON)
def test_anything_at_all_is_decoded_or_refused(value: Any) -> None:
    try:
        inspection = decode_inspection(value, ())
    except ValueError:
        return
    assert isinstance(inspection, Inspection)


@given(data=st.data())
def test_one_changed_leaf_never_raises_anything_but_value_error(data: st.DataObject) -> None:
    changed = copy.deepcopy(answer())
    inner: Any = changed
    while isinstance(inner, (dict, list)) and inner:
        keys = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or not isinstance(inner[key], (dict, list)):
            inner[key] = data.draw(JSON)
            break
        inner = inner[key]
    try:
        decode_inspection(changed, ASKED)
    except ValueError as error:
        assert "\n" not in str(error)


@given(text=st.text(max_size=2000), limit=st.integers(min_value=1, max_value=400))
def test_cleaned_text_is_clean(text: str, limit: int) -> None:
    cleaned = limits.clean(text, limit)
    assert limits.is_clean(cleaned, limit)
    assert len(cleaned) <= limit


@given(
    message=st.text(max_size=1000),
    file=st.text(max_size=600),
    line=st.integers(),
    column=st.integers(),
)
def test_what_results_builds_is_accepted(message: str, file: str, line: int, column: int) -> None:
    place = Place(file=file, line=line, column=column)
    value = {
        "checks": [concluded("py.one", [finding("py.one", message, place, message)], "")],
        "findings": [finding("py.two", message, place)],
        "integrity": [sign("pragma", message, place)],
        "parse": [trouble(message, place)],
    }
    assert decode_inspection(value, ["py.one"]).checks[0].outcome == "failed"
