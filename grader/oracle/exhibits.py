"""What one test shows to a learner, each thing once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from grader.model import Exhibit


def told_once(test: Exhibit, beside: Iterable[Exhibit]) -> tuple[Exhibit, ...]:
    """The exhibit of a test, and those beside it that say something else.

    Where the test's message already has the words of another exhibit (a sanitizer's, when its
    report is what ended the test), the test's exhibit takes over that one's place and frames.
    """
    kept: list[Exhibit] = []
    for other in beside:
        words = _words(other.message)
        if not words or words not in _words(test.message):
            kept.append(other)
            continue
        test = replace(
            test,
            location=test.location or other.location,
            traceback=test.traceback or other.traceback,
            interleaving=test.interleaving or other.interleaving,
        )
    return (test, *kept)


def _words(message: str) -> str:
    return message.strip().rstrip(".").casefold()
