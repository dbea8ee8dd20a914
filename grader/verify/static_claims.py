"""The claims that need no grading: about the rubric and the texts of an exercise."""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.catalogue import known_checks
from grader.model import Exercise, Rubric
from grader.verify.points import Point, names, point
from grader.verify.readme import told_of
from grader.verify.structure import shape

FULL = 100


def static_claims(exercise: Exercise, rubric: Rubric) -> Iterator[Point]:
    """Points add up, checks exist, solutions differ, and what learners read gives nothing away."""
    total = rubric.max_points
    yield point(
        "points add up", rubric.exercise, total == FULL, f"they sum to {total}; make it {FULL}"
    )
    yield from _checks_exist(exercise, rubric)
    yield from _solutions_differ(exercise)
    suffix = ".py" if exercise.language == "python" else ".cpp"
    yield point(
        "public tests are there",
        exercise.id,
        any((exercise.folder / "public").glob(f"*{suffix}")),
        f"public/ holds no {suffix} file; write a few examples that learners can run",
    )
    told = told_of(exercise)
    yield point(
        "learners read nothing of what is hidden",
        exercise.id,
        not told,
        f"README.md or public/ names {names(told)}; say what is promised, not how it is tested",
    )


def _checks_exist(exercise: Exercise, rubric: Rubric) -> Iterator[Point]:
    own = exercise.hidden / "checks.py"
    source = own.read_text(encoding="utf-8") if own.exists() else None
    known = known_checks(exercise.language, source)
    for name in rubric.checks:
        yield point(
            "check exists",
            name,
            name in known,
            f"there is no such check for {exercise.language}; docs/architecture.md tells where "
            "rules live",
        )


def _solutions_differ(exercise: Exercise) -> Iterator[Point]:
    shapes = {shape(exercise, variant.folder) for variant in exercise.solutions}
    approaches = {variant.note for variant in exercise.solutions}
    yield point(
        "solutions differ",
        exercise.id,
        min(len(shapes), len(approaches)) >= 2,
        "two solutions with different code and approach are the least, and other names or comments "
        "make no other code; add one",
    )
