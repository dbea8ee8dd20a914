"""Several exercises, one proof after the other, graded side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from grader.errors import ExerciseError, GraderError, RubricError
from grader.load.digests import files_below
from grader.load.mistakes import Mistakes
from grader.model import Exercise, Rubric
from grader.verify.machine.challenge import Options
from grader.verify.machine.claims import challenged
from grader.verify.proof import Proof, prove, variants
from grader.verify.remembered import Grades

TEXTS = ("hidden", "public", "solutions", "starter")
SUFFIXES = frozenset({".cpp", ".h", ".hpp", ".md", ".py", ".toml"})
"""What the leak audit and the checks read. A wrong fix may be any bytes: it is taken in first."""

Load = Callable[[str], tuple[Exercise, Rubric]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unreadable:
    """An exercise that could not be loaded: one mistake a line of the error."""

    id: str
    error: GraderError


def prove_each(
    ids: Iterable[str],
    load: Load,
    grades: Grades,
    repeat: int,
    machine: Options | None = None,
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
            graded = tuple(next(runs) for _ in range(repeat * len(variants(exercise))))
            try:
                yield challenged(prove(exercise, rubric, graded), grades, machine)
            except ExerciseError as error:  # its own checks are no Python, or equivalents.toml
                yield Unreadable(id=exercise.id, error=error)


def _read(each: str, load: Load) -> tuple[Exercise, Rubric] | Unreadable:
    try:
        exercise, rubric = load(each)
        _check_texts(exercise)
    except (ExerciseError, RubricError) as error:
        return Unreadable(id=each, error=error)
    return exercise, rubric


def _check_texts(exercise: Exercise) -> None:
    """Raise ExerciseError when a file that is read as text is none."""
    mistakes = Mistakes()
    texts = [path for part in TEXTS for path in files_below(exercise.folder / part)]
    for path in (exercise.folder / "README.md", *texts):
        try:
            if path.suffix in SUFFIXES:
                path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            mistakes.add(path, "is not UTF-8; save it as UTF-8 text")
        except OSError as error:
            mistakes.add(path, f"cannot be read: {error.strerror}")
    mistakes.stop(ExerciseError)
