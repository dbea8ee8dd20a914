"""A sanitizer's report that ended a test is told once, with its place and frames."""

from __future__ import annotations

from dataclasses import replace

from grader.model import Exhibit, Location, TraceLine
from grader.oracle.exhibits import told_once

PLACE = Location(file="thing.hpp", line=3)
FRAMES = (TraceLine(location=PLACE, function="f()", source="++n;"),)
TEST = Exhibit(
    source="test",
    subject="Two threads add.",
    outcome="failed",
    message="Four threads added at once. Two threads used the same memory: line 3 writes.",
)
REPORT = Exhibit(
    source="sanitizer",
    subject="data-race",
    outcome="failed",
    message="two threads used the same memory: line 3 writes",
    location=PLACE,
    traceback=FRAMES,
)


def test_the_same_words_become_one_exhibit() -> None:
    assert told_once(TEST, [REPORT]) == (replace(TEST, location=PLACE, traceback=FRAMES),)


def test_other_words_stay() -> None:
    leak = replace(REPORT, message="memory was never freed")
    assert told_once(TEST, [leak]) == (TEST, leak)


def test_what_a_test_shows_itself_is_kept() -> None:
    own = replace(TEST, location=Location(file="other.hpp", line=1))
    (merged,) = told_once(own, [REPORT])
    assert merged.location == own.location
    assert merged.traceback == FRAMES


def test_a_silent_exhibit_is_not_contained_in_everything() -> None:
    silent = replace(REPORT, message="")
    assert told_once(TEST, [silent]) == (TEST, silent)
