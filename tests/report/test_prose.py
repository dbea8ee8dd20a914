from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.view.prose import spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("plain", [(False, "plain")]),
        ("call `f(1)` twice", [(False, "call "), (True, "f(1)"), (False, " twice")]),
        ("`a` `b`", [(True, "a"), (False, " "), (True, "b")]),
        ("an odd ` stays", [(False, "an odd ` stays")]),
        ("`` is nothing", [(False, "`` is nothing")]),
        ("`not\nover lines`", [(False, "`not\nover lines`")]),
        ("`<b>`", [(True, "<b>")]),
    ],
)
def test_backticks_mark_code(text: str, expected: list[tuple[bool, str]]) -> None:
    assert [tuple(span) for span in spans(text)] == expected


@given(st.text(st.sampled_from("a`\n<"), max_size=30))
def test_only_backticks_are_dropped(text: str) -> None:
    assert "".join(f"`{part}`" if is_code else part for is_code, part in spans(text)) == text
