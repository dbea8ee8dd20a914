"""From disk to model: exercises, rubrics and hostile submissions."""

from grader.load.exercises import find_exercises, load_by_id, load_exercise
from grader.load.intake import submission, take_in
from grader.load.marker import read_marker
from grader.load.rubrics import load_rubric

__all__ = [
    "find_exercises",
    "load_by_id",
    "load_exercise",
    "load_rubric",
    "read_marker",
    "submission",
    "take_in",
]
