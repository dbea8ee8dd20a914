"""Canvas: rows and columns as its gradebook importer reads them."""

from __future__ import annotations

import csv
import io

import pytest

from grader.batch.exports import Options, render
from grader.errors import UsageError

from .samples import ADA, ADA_CHANGED, BOB, BOB_OPEN, CLASS, POOL, book, entry

DOWNLOADED = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,A cache (4711),\"Essay, part 1 (9)\","
    "Current Score\r\n"
    ",,,,,Manual Posting,,\r\n"
    '"    Points Possible",,,,,100.00,5,(read only)\r\n'
    '"Lovelace, Ada",101,"S1",al1,A,,"3",60\r\n'
    '"Stone, Bob",102,,,A,55,N/A,\r\n'
    '"=cmd()",999,,,A,12.5,,\r\n'
    '"Student, Test",555,,,A,,,\n'
).encode()  # fmt: skip


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_fresh_gradebook_has_who_has_a_number_and_no_empty_grade() -> None:
    files = render(CLASS, "canvas", Options())
    assert read(files["canvas-py-lru-cache.csv"]) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "A cache"],
        ["    Points Possible", "", "", "", "", "100"],
        ["Ada Lovelace", "101", "S1", "al1", "", "90"],
    ]
    notes = files["canvas-notes.txt"].decode()
    assert notes.count("no number, nothing is exported") == 3
    assert "Bob Stone (bob), A cache" in notes


def test_each_exercise_has_a_file_so_that_nobody_has_an_empty_cell() -> None:
    files = render(book(ADA_CHANGED, BOB_OPEN, entry(BOB, POOL)), "canvas", Options())
    assert len(read(files["canvas-py-lru-cache.csv"])) == 3
    assert read(files["canvas-cpp-pool.csv"])[2][0] == "Bob Stone"


def test_a_downloaded_gradebook_keeps_every_other_byte() -> None:
    files = render(CLASS, "canvas", Options(gradebook=DOWNLOADED))
    assert files["canvas.csv"] == DOWNLOADED.replace(b"al1,A,,", b"al1,A,90,")
    notes = files["canvas-notes.txt"].decode()
    assert "row 6 ([" not in notes
    assert "row 6 (=cmd()): nobody in the batch; the row is kept" in notes
    assert "Bob Stone (bob), A cache: no number" in notes
    assert "Cai Wen (cai): no row, nothing is exported" in notes
    assert "Muted" not in notes


@pytest.mark.parametrize(
    ("possible", "grade", "said"),
    [
        ("10", "9", "100 points are scaled to the 10 that Canvas has"),
        ('"12,50"', "11.25", "100 points are scaled to the 12,50 that Canvas has"),
        ("0", "90", "Canvas says '0' points possible; nothing is scaled"),
        ("pass", "90", "nothing is scaled"),
    ],
)
def test_grades_fit_the_points_possible_that_canvas_has(
    possible: str, grade: str, said: str
) -> None:
    told = DOWNLOADED.replace(b"100.00", possible.encode())
    files = render(book(ADA_CHANGED), "canvas", Options(gradebook=told))
    assert f"al1,A,{grade},".encode() in files["canvas.csv"]
    assert said in files["canvas-notes.txt"].decode()


def test_an_assignment_that_canvas_does_not_have_becomes_a_column() -> None:
    files = render(book(entry(ADA, POOL)), "canvas", Options(gradebook=DOWNLOADED))
    shown = read(files["canvas.csv"])
    assert shown[0][-1] == "A pool"
    assert shown[2][-1] == "40"
    assert shown[3][-1] == "40"
    assert "no such assignment" in files["canvas-notes.txt"].decode()


@pytest.mark.parametrize("column", ["Essay, part 1", "essay, part 1 (9)", "9"])
def test_an_assignment_of_another_name(column: str) -> None:
    options = Options(gradebook=DOWNLOADED, column=column)
    files = render(book(ADA_CHANGED), "canvas", options)
    assert files["canvas.csv"] == DOWNLOADED.replace(b'al1,A,,"3"', b"al1,A,,4.5")
    assert "100 points are scaled to the 5" in files["canvas-notes.txt"].decode()


def test_an_assignment_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="no column 'Essay'; it has Student, ID"):
        render(book(ADA_CHANGED), "canvas", Options(gradebook=DOWNLOADED, column="Essay"))
    for column in ("ID", "Section"):
        with pytest.raises(UsageError, match=f"no column '{column}'"):
            render(book(ADA_CHANGED), "canvas", Options(gradebook=DOWNLOADED, column=column))
    with pytest.raises(UsageError, match="Canvas computes"):
        render(CLASS, "canvas", Options(gradebook=DOWNLOADED, column="Current Score"))
    both = book(ADA_CHANGED, entry(BOB, POOL))
    with pytest.raises(UsageError, match="one exercise at a time"):
        render(both, "canvas", Options(gradebook=DOWNLOADED, column="9"))


def test_names_in_two_columns() -> None:
    told = b"LastName,FirstName,ID,SIS Login ID,Section,A cache (1)\nLovelace,Ada,,,A,\n"
    nameless = type(ADA)(id="a", name="Ada Lovelace")
    files = render(book(entry(nameless)), "canvas", Options(gradebook=told))
    assert files["canvas.csv"].endswith(b"Lovelace,Ada,,,A,40\n")


def test_an_id_that_would_be_a_formula_is_said_to_have_changed() -> None:
    odd = entry(type(ADA)(id="ada", name="Ada", sis_id="=S1"))
    files = render(book(odd), "canvas", Options())
    assert read(files["canvas-py-lru-cache.csv"])[2][2] == "'=S1"
    assert "give the downloaded gradebook" in files["canvas-notes.txt"].decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no column 'Student'"),
        (b"a,b\n1,2\n", "no column 'Student'"),
        (b"\xff\xfeS\x00", "byte 1 is no UTF-8"),
        (b'Student,ID\n"open,1\n', "row 2 has a quote that is not closed"),
        (b"Student,ID,A cache (1),A cache (2)\n", "2 columns for 'A cache'"),
    ],
)
def test_a_wrong_file_is_one_clear_line(content: bytes, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        render(CLASS, "canvas", Options(gradebook=content))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
