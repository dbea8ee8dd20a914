"""Several exercises, one proof after the other, graded side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from grader.errors import ExerciseError, GraderError, RubricError
from grader.model import Exercise, Rubric
from grader.verify.proof import Proof, prove, variants
from grader.verify.remembered import Grades

Load = Callable[[str], tuple[Exercise, Rubric]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreadable:
    """An exercise that could not be loaded: one mistake a line of the error."""

    id: str
    error: GraderError


def prove_each(
    ids: Iterable[str], load: Load, grades: Grades, repeat: int
) -> Iterator[Proof | Unreadable]:
    """Each proof as soon as it is made, while the gradings of those to come are under way.

    One that is broken on disk does not keep the others from being proven; any other error of
    `load` goes on up.
    """
    loaded = [_read(each, load) for each in ids]
    runs = grades.run(
        [
            (exercise, rubric, variant, seed)
            for exercise, rubric in (item for item in loaded if not isinstance(item, Unreadable))
            for seed in range(1, repeat + 1)
            for variant in variants(exercise)
        ]
    )
    for item in loaded:
        if isinstance(item, Unreadable):
            yield item
        else:
            exercise, rubric = item
            count = repeat * len(variants(exercise))
            yield prove(exercise, rubric, tuple(next(runs) for _ in range(count)))


def _read(each: str, load: Load) -> tuple[Exercise, Rubric] | Unreadable:
    try:
        return load(each)
    except (ExerciseError, RubricError) as error:
        return Unreadable(id=each, error=error)
