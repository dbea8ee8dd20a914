"""One claim of a proof, with its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One claim about an exercise. `message` is empty when it holds."""

    claim: str
    subject: str
    holds: bool
    message: str = ""


def point(claim: str, subject: str, holds: bool, message: str) -> Point:
    """A claim whose message is told only when it does not hold."""
    return Point(claim=claim, subject=subject, holds=holds, message="" if holds else message)


def names(given: Iterable[str]) -> str:
    """Each name once, in order of the alphabet."""
    return ", ".join(sorted(set(given)))
