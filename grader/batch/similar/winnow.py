"""Fingerprints of a token string: the k-grams that winnowing keeps."""

from __future__ import annotations

from zlib import crc32

from grader.batch.similar.tokens import END

K = 14
"""Tokens of a k-gram: less than that in common is chance. (About two lines of code.)"""
WINDOW = 4
"""Of so many k-grams in a row at least one is kept: K + WINDOW - 1 tokens in common are found."""

Gram = bytes


def grams(kinds: bytes) -> list[Gram]:
    """The k-gram that starts at each token, in order; empty bytes where one would leave its file.

    The result has as many items as there are tokens.
    """
    end = END.to_bytes()
    found: list[Gram] = []
    start = 0
    while start < len(kinds):
        stop = kinds.find(end, start)
        stop = len(kinds) if stop < 0 else stop
        found.extend(kinds[at : at + K] for at in range(start, stop - K + 1))
        found.extend([b""] * (min(stop + 1, len(kinds)) - len(found)))
        start = stop + 1
    return found


def winnowed(row: list[Gram]) -> set[Gram]:
    """The k-grams of `row` whose hash is the least in some window of WINDOW (the last of equals).

    CRC-32 only chooses; what is kept is the k-gram itself, so different ones are never confused.
    """
    kept: set[Gram] = set()
    recent: list[tuple[int, int, Gram]] = []
    for at, gram in enumerate(row):
        if not gram:
            recent.clear()
            continue
        recent.append((crc32(gram), -at, gram))
        if len(recent) > WINDOW:
            del recent[0]
        if len(recent) == WINDOW or at + 1 == len(row) or not row[at + 1]:
            kept.add(min(recent)[2])
    return kept
