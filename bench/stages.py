"""How long one Python grading takes, stage by stage: the first on a machine, and the next ones.

    python bench/stages.py [EXERCISE ...]

first  a new engine: boxes start, pytest, pylint and astroid are imported.
next   the same engine and other bytes: what each submission of a class costs.

Stages overlap (checks run beside tests), so they add up to more than the total. Seconds of wall
clock; the least of three for `next`.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from grader.load import find_exercises, load_exercise, load_rubric, take_in
from grader.model import Exercise, Grade, Rubric, SourceFile, Submission
from grader.pipeline.engine import Engine
from grader.pipeline.steps import grade

ROOT = Path(__file__).resolve().parents[1]
TIMES = 3


def main(names: list[str]) -> None:
    """Print a line for each exercise."""
    folders = find_exercises(ROOT / "exercises")
    exercises = [load_exercise(folder) for folder in folders if folder.name.startswith("py-")]
    print(f"{'':24}{'first':>8}{'next':>8}   stages of next")
    for exercise in exercises:
        if names and exercise.id not in names:
            continue
        rubric = load_rubric(ROOT / "rubrics" / f"{exercise.id}.toml", exercise.id)
        submission = take_in(exercise.solutions[0].folder, exercise)
        started = time.perf_counter()
        with Engine() as engine:
            _graded(engine, exercise, rubric, submission)
            first = time.perf_counter() - started
            timed = []
            for number in range(TIMES):
                fresh = _changed(submission, number)
                started = time.perf_counter()
                made = _graded(engine, exercise, rubric, fresh)
                timed.append((time.perf_counter() - started, made))
        seconds, made = min(timed, key=lambda item: item[0])
        stages = "  ".join(f"{each.name} {each.seconds:.2f}" for each in made.provenance.stages)
        print(f"{exercise.id:24}{first:8.2f}{seconds:8.2f}   {stages}", flush=True)


def _graded(engine: Engine, exercise: Exercise, rubric: Rubric, submission: Submission) -> Grade:
    made = grade(engine, exercise, rubric, submission, 1).grade
    if made.points != rubric.max_points:
        raise SystemExit(f"{exercise.id}: a reference solution got {made.points} points")
    return made


def _changed(submission: Submission, number: int) -> Submission:
    """The same code with a comment that is new."""
    comment = f"\n# {number}\n".encode()
    files = tuple(
        SourceFile(path=item.path, content=item.content + comment) for item in submission.files
    )
    return replace(submission, files=files)


if __name__ == "__main__":
    main(sys.argv[1:])
