"""Whether a submission loses a point at all: the shortest grading that can tell."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from grader.model import Exercise, Rubric, Status, Submission
from grader.pipeline.engine import Engine
from grader.pipeline.steps import drive, examine, gather
from grader.pipeline.stopwatch import Stopwatch
from grader.scoring import score


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """How far it came. `statuses` are pairs of criterion id and status.

    When a test failed they hold its criterion only, as `failed`: whatever that builds on, a point
    is lost. Otherwise they hold all criteria. `details` are for authors.
    """

    statuses: tuple[tuple[str, Status], ...]
    details: tuple[str, ...]


def try_out(
    engine: Engine, exercise: Exercise, rubric: Rubric, submission: Submission, seed: int
) -> Trial:
    """Test until a test fails; run the static checks only when none does.

    Raises ExerciseError, BoxError or ToolMissing.
    """
    watch = Stopwatch()
    checked = functools.cache(lambda: examine(watch, engine, exercise, rubric, submission))
    run = drive(watch, engine, exercise, rubric, submission, seed, checked, until_failure=True)
    lost = [outcome.criterion for outcome in run.outcomes if outcome.outcome == "failed"]
    if lost:
        return Trial(statuses=((lost[0], "failed"),), details=run.details)
    results = score(rubric, gather(run, checked()))
    return Trial(
        statuses=tuple((result.criterion.id, result.status) for result in results),
        details=run.details,
    )
