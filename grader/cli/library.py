"""What several commands need: exercises by id, and completion of their ids."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.root import Library, bundled
from grader.load import find_exercises, load_by_id, load_exercise, load_rubric
from grader.model import Exercise, Rubric


class ExerciseId(click.ParamType[str]):
    """An exercise id, completed by the shell from the bundled exercises."""

    name = "exercise"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """The ids that begin with what was typed."""
        root = ctx.find_root().params.get("exercises") or bundled("exercises")
        return [
            click.shell_completion.CompletionItem(folder.name)
            for folder in find_exercises(Path(root))
            if folder.name.startswith(incomplete)
        ]


def load(library: Library, exercise_id: str) -> tuple[Exercise, Rubric]:
    """An exercise and its rubric. Raises UsageError, ExerciseError or RubricError."""
    exercise = load_by_id(library.exercises, exercise_id)
    return exercise, load_rubric(library.rubrics / f"{exercise_id}.toml", exercise_id)


def load_all(library: Library) -> tuple[Exercise, ...]:
    """All exercises, sorted by id."""
    return tuple(load_exercise(folder) for folder in find_exercises(library.exercises))
