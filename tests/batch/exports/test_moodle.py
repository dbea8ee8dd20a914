"""Moodle: a downloaded worksheet filled, and nothing else in it changed."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.batch.exports import Options, render
from grader.batch.exports.moodle import OURS
from grader.batch.exports.parts.sheets import Sheet
from grader.batch.handed import Student
from grader.errors import UsageError

from .samples import ADA, ADA_CHANGED, BOB, CLASS, POOL, SPREADSHEET, WILD, book, entry, hostile

HEADER = (
    'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",'
    '"Last modified (submission)","Last modified (grade)","Feedback comments"\n'
)
ROWS = [
    '"Participant 101","Ada Lovelace",ada@example.org,"Submitted",,10.00,Yes,"Monday, 1",-,\n',
    '"Participant 102","Bob Stone",bob@example.org,,7.00,10.00,Yes,-,-,"<p>Kept</p>"\n',
    '"Participant 103","Cai Wen",cai@example.org,,,10.00,Yes,-,-,\n',
    '"Participant 900","=HYPERLINK(1)",eve@example.org,,,10.00,Yes,-,-,\n',
]


def worksheet(*lines: str) -> bytes:
    return (HEADER + "".join(lines)).encode()


def filled(content: bytes, of: object = CLASS) -> tuple[list[dict[str, str]], str]:
    files = render(of, "moodle", Options(worksheet=content))  # type: ignore[arg-type]
    sheet = files["moodle-py-lru-cache.csv"].decode("utf-8-sig")
    notes = files.get("moodle-notes.txt", b"").decode()
    return list(csv.DictReader(io.StringIO(sheet, newline=""))), notes


def test_it_fills_grades_on_moodles_scale_and_feedback() -> None:
    (ada, bob, cai, eve), notes = filled(worksheet(*ROWS))
    assert ada["Grade"] == "9"
    assert ada["Feedback comments"].startswith(OURS)
    assert "90 of 100 points" in ada["Feedback comments"]
    assert "Policy: One day late: -10 points" in ada["Feedback comments"]
    assert "decided by Prof. Hopper" in ada["Feedback comments"]
    assert (bob["Grade"], bob["Feedback comments"]) == ("7.00", "<p>Kept</p>")
    assert cai["Grade"] == ""
    assert "lru.py is missing" in cai["Feedback comments"]
    assert eve["Feedback comments"] == ""
    assert "Bob Stone: no number, the old grade is kept" in notes
    assert "row 5 (=HYPERLINK(1)): nobody in the batch" in notes
    assert "Dee Moss (dee): no row, nothing is exported" in notes


def test_rows_of_nobody_keep_every_byte() -> None:
    content = worksheet(*ROWS)
    files = render(CLASS, "moodle", Options(worksheet=content))
    lines = files["moodle-py-lru-cache.csv"].splitlines(keepends=True)
    assert lines[0] == HEADER.encode()
    assert lines[2] == ROWS[1].encode()
    assert lines[4] == ROWS[3].encode()


def test_what_a_person_wrote_stays_and_ours_is_there_once() -> None:
    row = ROWS[0].replace("-,\n", '-,"<p>See me.</p>"\n')
    once, _ = filled(worksheet(row), book(ADA_CHANGED))
    again = render(book(ADA_CHANGED), "moodle", Options(worksheet=worksheet(row)))
    twice, _ = filled(again["moodle-py-lru-cache.csv"], book(ADA_CHANGED))
    assert once == twice
    assert once[0]["Feedback comments"].startswith(f"<p>See me.</p>{OURS}")


@pytest.mark.parametrize(
    ("row", "grade", "said"),
    [
        (ROWS[0].replace("10.00", '"20,00"'), "18", ""),
        (ROWS[0].replace("10.00", '"7,00"'), "6,3", ""),
        (ROWS[0].replace("10.00", "Pass/Fail"), "", "'Pass/Fail' is no number"),
        (ROWS[0].replace("Yes", "No"), "", "cannot be changed"),
        (ROWS[0].replace("ada@", "eva@"), "", "fits Ada Lovelace (ada), but another id does not"),
        (ROWS[0].replace("101", "777"), "", "fits Ada Lovelace (ada), but another id does not"),
        (ROWS[0] + ROWS[0], "", "it is not clear whose row this is"),
    ],
)
def test_each_row_is_judged_on_its_own(row: str, grade: str, said: str) -> None:
    rows, notes = filled(worksheet(row), book(ADA_CHANGED))
    assert rows[0]["Grade"] == grade
    assert said in notes
    assert bool(notes) == bool(said)


def test_a_bonus_stops_at_moodles_maximum_and_says_so() -> None:
    bonus = replace(
        ADA_CHANGED, adjustments=(replace(ADA_CHANGED.adjustments[0], points=Fraction(50)),)
    )
    rows, notes = filled(worksheet(ROWS[0]), book(bonus))
    assert rows[0]["Grade"] == "10"
    assert "15 is more than Moodle takes" in notes


def test_a_name_counts_only_where_nothing_else_is_known_and_nobody_shares_it() -> None:
    nameless = Student(id="a", name="ada  LOVELACE")
    rows, notes = filled(worksheet(ROWS[0]), book(entry(nameless)))
    assert (rows[0]["Grade"], notes) == ("4", "")
    twins = book(entry(nameless), entry(replace(nameless, id="b")))
    rows, notes = filled(worksheet(ROWS[0]), twins)
    assert rows[0]["Grade"] == ""
    assert "it is not clear" in notes
    firm = book(entry(nameless), entry(ADA))
    rows, notes = filled(worksheet(ROWS[0]), firm)
    assert rows[0]["Grade"] == "4"
    assert notes == "ada  LOVELACE (a): no row, nothing is exported\n"
    only = render(twins, "moodle", Options(worksheet=worksheet(ROWS[0]), student="a"))
    assert only["moodle-py-lru-cache.csv"] == worksheet(ROWS[0])


def test_it_never_invents_a_worksheet() -> None:
    with pytest.raises(UsageError, match="give it with --worksheet"):
        render(CLASS, "moodle", Options())
    with pytest.raises(UsageError, match="no column 'Identifier'"):
        render(CLASS, "moodle", Options(worksheet=b"Kennung,Bewertung\n"))
    two = book(entry(ADA), entry(BOB, POOL))
    with pytest.raises(UsageError, match="one exercise at a time"):
        render(two, "moodle", Options(worksheet=worksheet(*ROWS)))


@settings(max_examples=80, deadline=None)
@given(
    SPREADSHEET | WILD | st.sampled_from(["<script>alert(1)</script>", "&;=1+1", "; ==", "&= ="])
)
def test_feedback_is_harmless_html(text: str) -> None:
    hurt = hostile(text)
    [item] = hurt.entries
    known = replace(item, student=ADA)
    [row], _ = filled(worksheet(ROWS[0]), book(known))
    shown = row["Feedback comments"].replace(OURS, "")
    for tag in ("<p>", "</p>", "<br>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown
    assert not re.search(r";\s*[=+@-]", shown)


CSV_TEXT = st.text('a",;\r\n\t =', max_size=30)


@settings(max_examples=80, deadline=None)
@given(CSV_TEXT | st.text(max_size=20))
@example('a,"b""c\r\n"\r\n,,\n')
def test_a_sheet_that_is_not_filled_is_the_file_that_was_read(text: str) -> None:
    content = text.encode()
    try:
        sheet = Sheet(content, "it")
    except UsageError:
        return
    assert sheet.content() == content


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.text('a",;\r\n =é', max_size=6), min_size=2, max_size=4), min_size=1, max_size=4
    )
)
def test_a_sheet_reads_and_fills_what_the_csv_module_writes(table: list[list[str]]) -> None:
    rows = [["x", "y"], *table]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    sheet = Sheet(out.getvalue().encode(), "it")
    assert [[sheet.text(i, j) for j in range(len(r))] for i, r in enumerate(rows)] == rows
    sheet.fill(1, 1, 'new "one", \n')
    back = list(csv.reader(io.StringIO(sheet.content().decode(), newline="")))
    rows[1][1] = 'new "one", \n'
    assert back == rows
