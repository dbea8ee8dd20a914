"""Figures of a class: exact, pure, and independent of the order of what they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

BIN = 10
BINS = 100 // BIN + 1
"""Ten bins of ten hundredths, and one for full marks and more."""
LEAST_FOR_DISCRIMINATION = 20
"""Fewer submissions than that make groups of five or less, where one person decides the figure."""
_GROUP = Fraction(27, 100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """Mean, least, quartiles and most of at least one value."""

    count: int
    mean: Fraction
    least: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    most: Fraction


def summary(values: Sequence[Fraction]) -> Summary | None:
    """The summary of `values`; None of no value."""
    if not values:
        return None
    ordered = sorted(values)
    return Summary(
        count=len(ordered),
        mean=sum(ordered, Fraction(0)) / len(ordered),
        least=ordered[0],
        lower=quantile(ordered, Fraction(1, 4)),
        median=quantile(ordered, Fraction(1, 2)),
        upper=quantile(ordered, Fraction(3, 4)),
        most=ordered[-1],
    )


def quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    """The value with `part` (0 to 1) of the sorted values below it, between two in proportion.

    Definition 7 of R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American
    Statistician 50 (1996): that of spreadsheets. Raises ValueError when there is no value.
    """
    if not ordered:
        raise ValueError("no value has no quantile")
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def histogram(percents: Sequence[Fraction]) -> tuple[int, ...]:
    """How many of `percents` are in each of the BINS: 0 to below 10, …, 90 to below 100, 100 up."""
    counts = [0] * BINS
    for percent in percents:
        counts[max(0, min(int(percent // BIN), BINS - 1))] += 1
    return tuple(counts)


def discrimination(results: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    """How much more often the strong get an item right than the weak: from -1 to 1.

    `results` are pairs of the share of the item that somebody got, 0 to 1, and of what they have
    for everything else, so that an item is not compared with itself. The strong and the weak are
    the upper and the lower 27 hundredths: T. L. Kelley, "The Selection of Upper and Lower Groups
    for the Validation of Test Items", Journal of Educational Psychology 30 (1939). People with the
    same result share the last place in a group.

    None when there are too few to tell, or when all have the same for everything else.
    """
    if len(results) < LEAST_FOR_DISCRIMINATION or len({rest for _, rest in results}) < 2:
        return None
    return _mean_of_top(results, sign=1) - _mean_of_top(results, sign=-1)


def _mean_of_top(results: Sequence[tuple[Fraction, Fraction]], sign: int) -> Fraction:
    """The mean share in the 27 hundredths that have the most (`sign` 1) or the least (-1)."""
    size = _GROUP * len(results)
    room, total = size, Fraction(0)
    ranked = sorted(results, key=lambda pair: -sign * pair[1])
    for _, tied in groupby(ranked, key=lambda pair: pair[1]):
        shares = [share for share, _ in tied]
        weight = min(Fraction(1), room / len(shares))
        total += weight * sum(shares, Fraction(0))
        room -= weight * len(shares)
        if not room:
            break
    return total / size
