"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.cells import CELL, cell, table


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "|x", "%x", " =1", "\uff1d1"])
def test_formulas_are_text(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["a;=1+1", "a;  @x"])
def test_formulas_behind_a_separator_are_text(text: str) -> None:
    assert "'" in cell(text)


@given(st.text(st.characters(), max_size=30))
def test_every_text_is_one_harmless_line(text: str) -> None:
    shown = cell(text)
    assert "\n" not in shown
    assert "\r" not in shown
    assert not shown.startswith(("=", "+", "-", "@", "\t"))
    shown.encode("utf-8")


def test_a_long_text_is_cut() -> None:
    assert len(cell("x" * 100_000)) <= CELL + 100


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["C"])), min_size=2)))
def test_a_table_is_read_back(rows: list[list[str]]) -> None:
    text = table(rows).decode()
    assert list(csv.reader(io.StringIO(text, newline=""))) == rows
