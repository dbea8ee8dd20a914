"""Which submissions of a class are nearly the same: found once a run, kept in the store."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from grader.batch.book import Gradebook
from grader.batch.handed import Attempt
from grader.batch.similar import Match, Pair, Passage, similar
from grader.batch.store import Store
from grader.errors import SubmissionRejected, UsageError
from grader.load import take_in
from grader.load.digests import digest_of
from grader.model import Exercise, SourceFile

_PAIRS, _BASIS = "pairs", "pairs of"


def find_pairs(
    store: Store, book: Gradebook, attempts: Iterable[Attempt], known: Mapping[str, Exercise]
) -> tuple[Pair, ...]:
    """Compare the attempts that count, one exercise after the other, and keep what comes of it.

    Nothing is read again when they are those of the last time.
    """
    counted = {
        (entry.student.id, entry.assignment.exercise, entry.attempt): entry.digest
        for entry in book.entries
        if entry.digest
    }
    basis = digest_of(("/".join(map(str, where)), digest.encode())
                      for where, digest in sorted(counted.items()))
    if store.meta(_BASIS) == basis:
        return kept_pairs(store)
    wanted: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        if (attempt.student.id, attempt.exercise, attempt.number) in counted:
            wanted[attempt.exercise].append(attempt)
    found: list[Pair] = []
    for name, mine in sorted(wanted.items()):
        handed = [(each.student.id, name, _files(each, known[name])) for each in mine]
        found += similar(handed, {name: _starter(known[name])})
    store.remember({_PAIRS: json.dumps([asdict(pair) for pair in found], default=str),
                    _BASIS: basis})
    return tuple(found)


def kept_pairs(store: Store) -> tuple[Pair, ...]:
    """What the last run found; nothing before it."""
    return tuple(_pair(each) for each in json.loads(store.meta(_PAIRS) or "[]"))


def _files(attempt: Attempt, exercise: Exercise) -> tuple[SourceFile, ...]:
    try:
        return take_in(attempt.path, exercise).files
    except (SubmissionRejected, UsageError):
        return ()  # refused, or gone meanwhile: there is nothing to compare


def _starter(exercise: Exercise) -> tuple[SourceFile, ...]:
    return take_in(exercise.starter.folder, exercise).files


def _pair(told: dict[str, Any]) -> Pair:
    matches = tuple(
        Match(first=_passage(each["first"]), second=_passage(each["second"]), tokens=each["tokens"])
        for each in told["matches"]
    )
    return Pair(**{**told, "share": Fraction(told["share"]), "matches": matches})


def _passage(told: dict[str, Any]) -> Passage:
    return Passage(**{**told, "text": tuple(told["text"])})
