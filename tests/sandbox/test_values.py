"""Values keep their exact types over the wire, and malformed ones never become something."""

from __future__ import annotations

import contextlib
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import values

HASHABLE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=8,
)
PLAIN = st.recursive(
    HASHABLE | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(HASHABLE, inner, max_size=3)
        | st.sets(HASHABLE, max_size=3)
        | st.tuples(inner)
    ),
    max_leaves=20,
)


def shape(value: Any) -> Any:
    """A form in which 1, True and 1.0 differ."""
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [shape(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return type(value).__name__, sorted(repr(shape(item)) for item in value)
    if isinstance(value, dict):
        return "dict", [(shape(key), shape(item)) for key, item in value.items()]
    return type(value).__name__, repr(value)


@given(PLAIN)
def test_a_value_comes_back_with_its_types(value: Any) -> None:
    carried = json.loads(json.dumps(values.encode(value)))
    assert shape(values.decode(carried)) == shape(value)


def test_not_a_number_comes_back() -> None:
    back = values.decode(values.encode([float("nan"), float("inf"), -0.0]))
    assert math.isnan(back[0])
    assert back[1:] == [float("inf"), 0.0]
    assert math.copysign(1, back[2]) == -1


class Sly(int):
    """Equal to everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


@pytest.mark.parametrize(
    "value",
    [Sly(3), object(), print, "\ud800", 10**5000, {1: Sly(2)}],
    ids=["subclass", "object", "function", "surrogate", "huge", "nested"],
)
def test_what_is_not_exactly_plain_needs_a_handle(value: object) -> None:
    with pytest.raises(values.ValueRefused):
        values.encode(value)
    assert "ref" in json.dumps(values.encode(value, lambda item: {"ref": 1, "type": "x"}))


def test_a_list_that_contains_itself_ends_in_a_handle() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)
    assert "ref" in json.dumps(values.encode(cycle, lambda item: {"ref": 1, "type": "list"}))


def test_too_many_items_are_refused() -> None:
    with pytest.raises(values.ValueRefused):
        values.encode([[0] * 60_000, [0] * 60_000])


@pytest.mark.parametrize(
    "encoded",
    [{"set": [{"int": str((2**61 - 1) * factor)} for factor in range(1, 50_000)]},
     {"dict": [[{"tuple": [-1 - (key >> bit & 1) for bit in range(15)]}, 1]
               for key in range(20_000)]}],
    ids=["integers", "tuples"],
)  # fmt: skip
def test_members_chosen_to_collide_are_refused_at_once(encoded: Any) -> None:
    with pytest.raises(values.ValueRefused, match="same hash"):
        values.decode(encoded)


def test_many_members_are_no_trouble() -> None:
    assert len(values.decode({"set": list(range(50_000))})) == 50_000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["int", "float", "bytes", "tuple", "set", "dict", "ref", "type"]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=10,
)


@given(JSON)
def test_any_json_decodes_or_is_refused(encoded: Any) -> None:
    with contextlib.suppress(values.ValueRefused):
        values.decode(encoded, lambda ref, kind: (ref, kind))


@pytest.mark.parametrize(
    "encoded",
    [{"int": "1_0"}, {"int": "٣"}, {"int": " 1"}, {"float": "1e"}, {"float": 3}, {"bytes": "0g"},
     {"set": [[1]]}, {"set": [1, 1]}, {"dict": [[1]]}, {"dict": [[1, 2], [1, 3]]}, {"list": []},
     {"ref": True}, {"ref": 1, "extra": 2}, {"ref": "1"}, 2**60, 1.5, {}, {"int": "1", "b": 1}],
)  # fmt: skip
def test_malformed_values_are_refused(encoded: Any) -> None:
    with pytest.raises(values.ValueRefused):
        values.decode(encoded, lambda ref, kind: None)
