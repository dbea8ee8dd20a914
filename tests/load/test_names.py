from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.load.digests import digest_of
from grader.load.names import close_to, did_you_mean, display, is_id


@given(text=st.text(st.characters()), limit=st.integers(1, 50))
def test_display_is_short_and_printable(text: str, limit: int) -> None:
    shown = display(text, limit)
    assert len(shown) <= limit
    assert shown.isprintable()
    assert display(shown, limit) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain name.py", "plain name.py"),
        ("größe", "größe"),
        ("a\nb", "a\\nb"),
        ("a\udce4b", "a\\xe4b"),
        ("a\ud800b", "a\\ud800b"),
        ("x" * 200, "x" * 159 + "…"),
    ],
)
def test_display(text: str, shown: str) -> None:
    assert display(text) == shown


@pytest.mark.parametrize("text", ["a", "py-lru-cache", "a1-2b", "x" * 64])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "1a", "a_b", "a\n", "x" * 65, "ä"])
def test_not_ids(text: str) -> None:
    assert not is_id(text)


def test_suggestions() -> None:
    known = ["next_step", "cause", "consequence"]
    assert close_to("Next-Steps", known) == "next_step"
    assert did_you_mean("cuase", known) == "; did you mean cause?"
    assert did_you_mean("zzz", known) == ""


FILES = st.lists(st.tuples(st.text("ab/", max_size=4), st.binary(max_size=4)), max_size=4)


@given(first=FILES, second=FILES)
def test_a_digest_tells_sets_of_files_apart(
    first: list[tuple[str, bytes]], second: list[tuple[str, bytes]]
) -> None:
    assert (digest_of(first) == digest_of(second)) == (sorted(first) == sorted(second))
