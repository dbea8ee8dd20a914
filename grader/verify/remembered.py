"""Gradings that were done before are not done again."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from grader.errors import BoxError, ToolMissing
from grader.model import Exercise, Rubric, Variant
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.rungs import RungName, candidates
from grader.verify.cache import ProofCache
from grader.verify.keys import key_of
from grader.verify.runs import VariantRun

Unit = tuple[Exercise, Rubric, Variant, int]
_GIVEN = ("variant", "seed", "cached")
"""Fields of a run that are not results."""


class Grades(Protocol):
    """Something that grades units and yields the runs in their order, as `Verifier` does."""

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        """Grade (exercise, rubric, variant, seed) units; results in their order."""
        ...


class Remembered:
    """Grades what the cache does not know, and keeps what came out as it should."""

    def __init__(self, grades: Grades, cache: ProofCache, rung: RungName | None = None) -> None:
        self._grades = grades
        self._cache = cache
        self._forced = rung

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        """Grade (exercise, rubric, variant, seed) units; results in their order."""
        units = [(unit, self._key(unit)) for unit in work]
        known = [self._recall(unit, key) for unit, key in units]
        fresh = self._grades.run(
            [unit for (unit, _), run in zip(units, known, strict=True) if run is None]
        )
        for (unit, key), run in zip(units, known, strict=True):
            yield run or self._keep(unit, key, next(fresh))

    def _key(self, unit: Unit) -> str | None:
        return key_of(*unit, self._rung) if self._rung else None

    @functools.cached_property
    def _rung(self) -> str:
        """The rung that gradings will use, found as they find it; empty when there is none."""
        if self._forced:
            return self._forced
        try:
            for rung in candidates():
                try:
                    Box(rung, BoxSpec()).close()
                except BoxError:
                    continue
                return rung
        except ToolMissing:
            pass
        return ""

    def _recall(self, unit: Unit, key: str | None) -> VariantRun | None:
        run = _decode(self._cache.fetch(key), unit) if key else None
        return dataclasses.replace(run, cached=True) if run and is_sound(run) else None

    def _keep(self, unit: Unit, key: str | None, run: VariantRun) -> VariantRun:
        # The key again: the author may have saved a file while it was being graded.
        if key and is_sound(run) and key == self._key(unit):
            value = _encode(run)
            if _decode(value, unit) == run:
                self._cache.store(key, value)
        return run


def is_sound(run: VariantRun) -> bool:
    """Whether a run came to a verdict, and to the one declared.

    Only such runs are kept and believed: what falls short is always seen with one's own eyes, so
    that a time-out on a busy machine is not remembered as the truth.
    """
    conclusive = bool(run.statuses) and not run.fault and not run.unjudged
    if run.variant.kind == "probe":
        return conclusive and not run.leaks
    return conclusive and run.lost == run.variant.loses and not run.leaks and not run.integrity


def _encode(run: VariantRun) -> dict[str, Any]:
    fields = (field.name for field in dataclasses.fields(run) if field.name not in _GIVEN)
    return {name: _listed(getattr(run, name)) for name in fields}


def _decode(value: object, unit: Unit) -> VariantRun | None:
    """The run that was kept; None when it is none of ours."""
    names = {field.name for field in dataclasses.fields(VariantRun)} - set(_GIVEN)
    if not isinstance(value, dict) or set(value) != names:
        return None
    told = {name: _tupled(item) for name, item in value.items()}
    return VariantRun(variant=unit[2], seed=unit[3], **told)


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value
