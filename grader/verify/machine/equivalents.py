"""Reading `equivalents.toml`: the mutants that nobody could tell from the solution."""

from __future__ import annotations

from pathlib import Path

from grader.errors import ExerciseError
from grader.load.mistakes import Mistakes
from grader.load.names import did_you_mean
from grader.load.tables import Table, read_toml
from grader.model import Exercise
from grader.verify.machine.result import Equivalent

NAME = "equivalents.toml"


def read_equivalents(exercise: Exercise) -> tuple[Equivalent, ...]:
    """The declarations of an exercise; none without the file.

    Raises ExerciseError with every mistake, one a line: `path: [table] key: reason`.
    """
    path = exercise.folder / NAME
    if not path.exists():
        return ()
    mistakes = Mistakes()
    document = read_toml(path, mistakes)
    found = tuple(_read(table, exercise) for table in document.tables("equivalent"))
    document.close()
    for number, one in enumerate(found, 1):
        if one in found[: number - 1]:
            mistakes.add(path, "says the same as one before it", table=f"equivalent {number}")
    mistakes.stop(ExerciseError)
    return found


def _read(table: Table, exercise: Exercise) -> Equivalent:
    one = Equivalent(
        solution=table.text("solution"),
        file=table.text("file", default=exercise.files[0]),
        line=table.text("line"),
        operator=table.text("operator", default=""),
        before=table.text("before", default=""),
        after=table.text("after", default=""),
        occurrence=table.whole("occurrence", 1, 999, default=0),
        because=table.text("because"),
    )
    solutions = [variant.name for variant in exercise.solutions]
    if one.solution and one.solution not in solutions:
        hint = did_you_mean(one.solution, solutions)
        table.wrong("solution", f"there is no solution {one.solution}{hint}")
    if one.file not in exercise.files:
        table.wrong("file", f"{one.file} is not among the exercise's files")
    if not one.operator and not one.after:
        table.wrong("after", "is missing: say what it becomes, or name the operator")
    return one


def path_of(exercise: Exercise) -> Path:
    """Where declarations are written."""
    return exercise.folder / NAME
