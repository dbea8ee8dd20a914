from __future__ import annotations

import csv
import io

from grader.batch.classpage import numbers
from tests.batch.classpage.classes import made_class, made_pair


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_the_files_agree_with_the_book() -> None:
    book = made_class(30, 3)
    files = {name: read(content) for name, content in numbers(book).items()}
    assert len(files["students.csv"]) == 30
    assert len(files["entries.csv"]) == 90
    assert [row["exercise"] for row in files["exercises.csv"]] == [
        item.exercise for item in book.assignments
    ]
    with_number = [entry for entry in book.entries if entry.points is not None]
    assert sum(int(row["submissions"]) for row in files["distribution.csv"]) == len(with_number)
    first = book.entries[0]
    assert first.points is not None
    assert float(files["entries.csv"][0]["points"]) == float(round(first.points, 2))
    assert {row["kind"] for row in files["review.csv"]} >= {"missing", "rejected", "unplaced"}
    late = [row for row in files["decisions.csv"] if row["kind"] == "policy"]
    assert late
    assert {row["points"] for row in late} == {"-7.5"}, "a number of ours stays a number"


def test_pairs_have_a_line_for_each_passage() -> None:
    rows = read(numbers(made_class(3, 1), (made_pair("=a", "b"),))["similar.csv"])
    assert len(rows) == 2
    assert (rows[0]["first"], rows[0]["percent alike"]) == ("'=a", "91.67")
