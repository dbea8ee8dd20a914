"""CSV: what a spreadsheet reads back, and that nothing in it is a formula."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.cells import CELL, cell, table
from grader.batch.exports import Options, render
from grader.batch.exports.parts.texts import folder

from .samples import CLASS, SPREADSHEET, WILD, hostile

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_row_for_each_student() -> None:
    ada, bob, cai, dee = rows(render(CLASS, "csv", Options())["grades.csv"])
    own = {key.removeprefix("py-lru-cache: "): value for key, value in ada.items()}
    assert own["student"] == "ada"
    assert [own[key] for key in ("points", "raw", "earned", "penalty")] == [
        "90",
        "40",
        "100",
        "-10",
    ]
    assert own["overridden"] == "yes"
    assert "60 of 60 points instead of 0, decided by Prof. Hopper on 2026-11-23" in own["decisions"]
    assert own["policy"] == "One day late: -10 points"
    assert own["comments"] == "Prof. Hopper on 2026-11-23 12:00:00+00:00: Well argued."
    for entry, status in ((bob, "incomplete"), (cai, "rejected"), (dee, "missing")):
        assert entry["py-lru-cache: points"] == ""
        assert entry["py-lru-cache: status"] == status


def test_a_row_for_each_criterion() -> None:
    listed = rows(render(CLASS, "csv", Options())["criteria.csv"])
    assert [(row["student"], row["criterion"], row["raw"], row["points"]) for row in listed] == [
        ("ada", "evicts", "0", "60"),
        ("ada", "keys", "40", "40"),
        ("bob", "evicts", "", ""),
        ("bob", "keys", "40", "40"),
    ]
    assert listed[0]["overridden_by"] == "Prof. Hopper"
    assert listed[0]["because"] == "It does; the test is too strict."


@settings(max_examples=60, deadline=None)
@given(SPREADSHEET | WILD)
def test_a_cell_is_never_a_formula_wherever_a_spreadsheet_splits(text: str) -> None:
    [[first, second, third]] = csv.reader(
        io.StringIO(table([("1", cell(text), "-2.5")]).decode(), newline="")
    )
    assert (first, second, third) == ("1", cell(text), "-2.5")
    for piece in second.replace("\t", ";").split(";"):
        assert not piece.lstrip(" ").startswith(FORMULA)


@settings(max_examples=40, deadline=None)
@given(SPREADSHEET | WILD)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    files = render(hostile(text), "csv", Options())
    for content in files.values():
        header, *others = csv.reader(io.StringIO(content.decode(), newline=""))
        assert [len(row) for row in others] == [len(header)]
        assert not [item for item in others[0] if item != "-10" and item.startswith(FORMULA)]


def test_a_gigantic_cell_is_cut_and_says_so() -> None:
    shown = cell("x" * 10**6)
    assert len(shown) < CELL + 100
    assert shown.endswith("… [cut: 984,000 more characters]")


@settings(max_examples=60, deadline=None)
@given(st.lists(WILD, unique=True, max_size=5))
def test_folders_are_plain_and_of_their_own(ids: list[str]) -> None:
    folders = {folder(item) for item in ids}
    assert len(folders) == len(ids)
    for item in folders:
        assert item.isascii()
        assert item.isprintable()
        assert not {"/", "\\", " "} & set(item)
        assert not item.startswith(".")
        assert 0 < len(item) <= 100
