"""The pairs of a class: an inverted index finds them, the texts themselves decide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

from grader.batch.similar.alike import Run, Text, runs, text_of
from grader.batch.similar.evidence import Listing, listing_of, matches_of
from grader.batch.similar.shapes import Pair
from grader.batch.similar.tokens import tokens_of
from grader.batch.similar.winnow import Gram, grams, winnowed
from grader.model import SourceFile

SHARE = Fraction(3, 5)
"""From this share on a pair is listed. Measured on the reference solutions of the exercises: those
with different approaches stay below, and copies with dead code of their own length stay above."""
LEAST_OWN = 40
"""Tokens that both must have written themselves and have in common: a repair of two or three lines
looks alike whoever makes it, and says nothing."""
MOST_PAIRS = 200
"""Pairs of one exercise that are listed, the most alike."""
COMMON_FROM = 6
"""From so many submissions on, what more than half of them share is everybody's."""
_SKETCH = 2_000
"""Fingerprints of one submission that are indexed, those with the least hashes. An honest one has a
few hundred."""
_CANDIDATES = 2 * MOST_PAIRS

Handed = tuple[str, str, tuple[SourceFile, ...]]


def similar(
    submissions: Iterable[Handed], starters: Mapping[str, tuple[SourceFile, ...]]
) -> tuple[Pair, ...]:
    """The pairs of submissions that are nearly the same, by exercise, the most alike first.

    `submissions` are triples of student id, exercise id and files, one for each student and
    exercise, in any order; `starters` are the files that each exercise gives. Only files that are
    Python or C++ by their name are looked at. The result does not depend on the order.
    """
    by_exercise: dict[str, dict[str, tuple[SourceFile, ...]]] = defaultdict(dict)
    for student, exercise, files in submissions:
        by_exercise[exercise][student] = files
    return tuple(
        pair
        for exercise, handed in sorted(by_exercise.items())
        for pair in _of_exercise(exercise, handed, starters.get(exercise, ()))
    )


def _of_exercise(
    exercise: str, handed: Mapping[str, tuple[SourceFile, ...]], starter: tuple[SourceFile, ...]
) -> list[Pair]:
    students = sorted(handed)
    tokens = [tokens_of(handed[student]) for student in students]
    rows = [grams(each.kinds) for each in tokens]
    common = _common(rows, set(grams(tokens_of(starter).kinds)))
    texts = [text_of(each, row, common) for each, row in zip(tokens, rows, strict=True)]
    prints = [
        winnowed(row) - common if text.own >= LEAST_OWN else set()
        for row, text in zip(rows, texts, strict=True)
    ]
    pairs = []
    listings: dict[int, Listing] = {}
    for one, other in _candidates(prints):
        found = runs(texts[one], texts[other])
        share = _share(texts[one], texts[other], found)
        if share >= SHARE:
            for at in {one, other} - set(listings):
                listings[at] = listing_of(tokens[at])
            matches, left_out = matches_of(listings[one], listings[other], found)
            pairs.append(
                Pair(
                    exercise=exercise,
                    first=students[one],
                    second=students[other],
                    share=share,
                    matches=matches,
                    left_out=left_out,
                )
            )
    pairs.sort(key=lambda pair: (-pair.share, pair.first, pair.second))
    return pairs[:MOST_PAIRS]


def _common(rows: list[list[Gram]], starter: AbstractSet[Gram]) -> set[Gram]:
    """The k-grams that tell nothing: the starter's, and those of more than half of the class."""
    common = {*starter, b""}
    if len(rows) >= COMMON_FROM:
        times = Counter(gram for row in rows for gram in set(row))
        common.update(gram for gram, count in times.items() if 2 * count > len(rows))
    return common


def _candidates(prints: list[set[Gram]]) -> Iterator[tuple[int, int]]:
    """Pairs whose fingerprints are alike, the most alike first: `_CANDIDATES` at most.

    They are found through an index of fingerprints, so that strangers are never compared.
    """
    sketches = [nsmallest(_SKETCH, found, key=lambda gram: (crc32(gram), gram)) for found in prints]
    index: dict[Gram, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        for gram in sketch:
            index[gram].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for who in index.values():
        shared.update(combinations(who, 2))

    def likeness(pair: tuple[int, int]) -> float:
        one, other = pair
        return 2 * shared[pair] / (len(sketches[one]) + len(sketches[other]))

    # Winnowing samples: a pair is let through at half of the share that is asked for.
    likely = [
        (-likeness(pair), -count, pair)
        for pair, count in shared.items()
        if likeness(pair) >= float(SHARE) / 2
    ]
    yield from (pair for _, _, pair in nsmallest(_CANDIDATES, likely))


def _share(first: Text, second: Text, found: list[Run]) -> Fraction:
    """What part of the tokens that are their own both have; 0 where that is too little to tell."""
    alike = sum(run.own for run in found)
    if alike < LEAST_OWN:
        return Fraction(0)
    return min(Fraction(1), Fraction(2 * alike, first.own + second.own))
