"""Exact numbers as people and machines read them: two decimals at most."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """An exact value rounded to two decimals, ties to even: for machines, and in words."""

    value: int | float
    text: str


def number(exact: Fraction) -> Number:
    """`exact`, rounded; a whole number has no decimals."""
    rounded = round(exact, 2)
    if rounded.denominator == 1:
        return Number(value=int(rounded), text=str(int(rounded)))
    value = float(rounded)
    return Number(value=value, text=f"{value:.2f}".rstrip("0"))


def share(part: Fraction, whole: Fraction) -> str:
    """`part` of `whole` as a percentage for a drawing, such as `12.5%`."""
    return f"{number(part * 100 / whole).text}%" if whole else "0%"


def counted(count: int, thing: str, things: str = "") -> str:
    """`count` with the right form of the noun: `1 file`, `2 files`."""
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"
