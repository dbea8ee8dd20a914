"""The terminal's summary: short, aligned, and nothing of the learner's steers the terminal."""

from __future__ import annotations

import re

import pytest

from grader.report.text import summary
from grader.report.view import view_of
from tests.report.samples import SAMPLES

COLOUR = re.compile(r"\x1b\[\d+m")


@pytest.mark.parametrize("name", SAMPLES)
def test_without_colour_every_character_is_printable(name: str) -> None:
    text = summary(view_of(SAMPLES[name]()), colour=False)
    assert all(char.isprintable() for char in set(text) - {"\n"})


@pytest.mark.parametrize("name", SAMPLES)
def test_colours_are_all_that_colour_adds(name: str) -> None:
    view = view_of(SAMPLES[name]())
    coloured = summary(view, colour=True)
    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == summary(view, colour=False)


def test_hostile_report_fits_a_few_screens() -> None:
    assert summary(view_of(SAMPLES["hostile"]()), colour=False).count("\n") < 80


def test_lines_fit_a_terminal() -> None:
    for name in ("partial_race", "sanitizer", "incomplete", "rejected"):
        lines = summary(view_of(SAMPLES[name]()), colour=False).split("\n")
        assert max(map(len, lines)) <= 80


def test_table_and_lost_criteria() -> None:
    text = summary(view_of(SAMPLES["partial_race"]()), colour=False)
    assert "50.83 of 100 points (50.83 %)" in text
    assert "  ✗       0 / 25  Threads can share the cache\n" in text
    assert "  ◐  8.33 / 12.5  maxsize may be 0 or None  [partly earned]\n" in text
    assert "Seen       lru_cache.py:15: A cache key is built from str()" in text
    assert text.index("Threads can share the cache (+25)") < text.index("(+20)")


def test_tables_have_one_line_a_criterion() -> None:
    for build in SAMPLES.values():
        view = view_of(build())
        text = summary(view, colour=False)
        assert sum(" / " in line for line in text.split("\n")) >= len(view.criteria)
