from __future__ import annotations

import statistics
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.classpage.statistics import (
    BINS,
    LEAST_FOR_DISCRIMINATION,
    discrimination,
    histogram,
    quantile,
    summary,
)

percents = st.lists(st.fractions(0, 100, max_denominator=60), min_size=1, max_size=40)
results = st.lists(
    st.tuples(st.fractions(0, 1, max_denominator=4), st.integers(0, 5).map(Fraction)),
    min_size=LEAST_FOR_DISCRIMINATION,
    max_size=50,
)


@given(percents)
def test_the_summary_is_exact(values: list[Fraction]) -> None:
    known = summary(values)
    assert known is not None
    assert known.count == len(values)
    assert known.mean == statistics.mean(values)
    assert known.median == statistics.median(values)
    if len(values) > 1:
        lower, _, upper = statistics.quantiles(values, n=4, method="inclusive")
        assert (known.lower, known.upper) == (lower, upper)
    assert known.least <= known.lower <= known.median <= known.upper <= known.most


def test_nothing_has_no_summary() -> None:
    assert summary([]) is None
    with pytest.raises(ValueError, match="no value"):
        quantile([], Fraction(1, 2))


@given(percents)
def test_everybody_is_in_one_bin(values: list[Fraction]) -> None:
    counts = histogram(values)
    assert len(counts) == BINS
    assert sum(counts) == len(values)
    assert counts[-1] == sum(1 for value in values if value == 100)
    assert counts[3] == sum(1 for value in values if 30 <= value < 40)


def test_more_than_all_is_full_marks() -> None:
    assert histogram([Fraction(110), Fraction(100), Fraction(9999, 100)])[-2:] == (1, 2)


@settings(max_examples=40)
@given(results, st.randoms(use_true_random=False))
def test_discrimination_is_bounded_and_knows_no_order(
    pairs: list[tuple[Fraction, Fraction]], rng: object
) -> None:
    found = discrimination(pairs)
    if found is None:
        assert len({rest for _, rest in pairs}) == 1
        return
    assert -1 <= found <= 1
    rng.shuffle(pairs)  # type: ignore[attr-defined]
    assert discrimination(pairs) == found
    mirrored = [(1 - share, rest) for share, rest in pairs]
    assert discrimination(mirrored) == -found
    assert discrimination([(share, -rest) for share, rest in pairs]) == -found


def test_discrimination_of_extremes() -> None:
    ranked = [(Fraction(at >= 15), Fraction(at)) for at in range(30)]
    assert discrimination(ranked) == 1
    assert discrimination([(1 - share, rest) for share, rest in ranked]) == -1
    assert discrimination([(Fraction(1), rest) for _, rest in ranked]) == 0


def test_a_group_of_a_part_of_a_person() -> None:
    # 27 hundredths of 20 are 5.4 people: the sixth counts for four tenths.
    ranked = [(Fraction(at == 14), Fraction(at)) for at in range(20)]
    assert discrimination(ranked) == Fraction(4, 10) / Fraction(54, 10)


def test_few_or_equal_people_tell_nothing() -> None:
    few = [(Fraction(1), Fraction(at)) for at in range(LEAST_FOR_DISCRIMINATION - 1)]
    assert discrimination(few) is None
    assert discrimination([(Fraction(at % 2), Fraction(7)) for at in range(30)]) is None
