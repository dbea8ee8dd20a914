from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.view.numbers import counted, number, share

EXACT = st.fractions(min_value=0, max_value=1000)


@given(EXACT)
def test_text_and_value_agree_to_two_decimals(exact: Fraction) -> None:
    shown = number(exact)
    assert float(shown.text) == shown.value
    assert abs(Fraction(shown.text) - exact) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        (Fraction(100), "100"),
        (Fraction(25, 2), "12.5"),
        (Fraction(25, 3), "8.33"),
        (Fraction(0), "0"),
        (Fraction(1, 3) * 3, "1"),
        (Fraction(5083, 100), "50.83"),
    ],
)
def test_numbers_read_well(exact: Fraction, text: str) -> None:
    assert number(exact).text == text


def test_whole_numbers_have_no_decimals_for_machines() -> None:
    assert repr(number(Fraction(50)).value) == "50"


def test_share_of_nothing_is_nothing() -> None:
    assert share(Fraction(0), Fraction(0)) == "0%"
    assert share(Fraction(1), Fraction(3)) == "33.33%"


def test_counted() -> None:
    assert counted(1, "line") == "1 line"
    assert counted(1200, "line") == "1,200 lines"
    assert counted(2, "criterion", "criteria") == "2 criteria"
