"""The heavy half of `grader grade`: imported while the boxes start, for pytest takes its time."""

from __future__ import annotations

import sys
from pathlib import Path

from grader.cli.output import write_reports
from grader.errors import SubmissionRejected
from grader.load import submission as named
from grader.load import take_in
from grader.model import Exercise, Grade, Rubric
from grader.pipeline.engine import Engine
from grader.pipeline.steps import Graded, grade, reject
from grader.report.text import summary as told
from grader.report.view import view_of

__all__ = ["run", "summary", "write_reports"]


def run(
    engine: Engine, submission: Path, exercise: Exercise, rubric: Rubric, seed: int
) -> Graded:
    """Freeze and grade one submission; a refusal is a result, too."""
    try:
        frozen = take_in(submission, exercise)
    except SubmissionRejected as refusal:
        return reject(exercise, rubric, named(submission).name, str(refusal), seed)
    return grade(engine, exercise, rubric, frozen, seed)


def summary(grade: Grade) -> str:
    """The grade for the terminal, in colour where it is one."""
    return told(view_of(grade), colour=sys.stdout.isatty())
