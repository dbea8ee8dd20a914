"""What counts as hidden: lines of the oracle and the solutions that learners have no part of."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from grader.verify.leaks import hidden_lines
from tests.languages.cpp.making import exercise


def test_a_part_of_a_public_line_is_not_hidden(tmp_path: Path) -> None:
    made = exercise(tmp_path, scenarios="int counted_in_the_dark = 1;\n")
    starter, solution = tmp_path / "starter", tmp_path / "solutions" / "five"
    for folder in (starter, solution):
        folder.mkdir(parents=True)
    (tmp_path / "README.md").write_text("A thing that has no number.\n", encoding="utf-8")
    (starter / "thing.hpp").write_text("return Thing(1000);  // is moved\n", encoding="utf-8")
    (solution / "thing.hpp").write_text(
        "return Thing(1000);\nreturn Thing(2000);  // is moved\n", encoding="utf-8"
    )
    made = dataclasses.replace(made, starter=dataclasses.replace(made.starter, folder=starter))
    assert hidden_lines(made) == {
        "int counted_in_the_dark = 1;",
        "return Thing(2000); // is moved",
    }
