"""What produced a grade, so that a person can trust it and a machine can replay it."""

from __future__ import annotations

from grader.model import Grade
from grader.report.view.safe import line, message
from grader.report.view.shapes import About, SourceState

_RUNGS = {
    "": "not needed: nothing was run",
    "bubblewrap": "bubblewrap: namespaces, system call filter and limits",
    "landlock": "Landlock: own user, file walls, system call filter and limits",
    "unsafe": "none: a practice run without protection",
}
_STATES = {"completed": "completed", "failed": "failed", "unavailable": "was not available"}


def about(grade: Grade) -> About:
    """Seed, walls, digests, versions and times of a grading."""
    origin = grade.provenance
    seconds: dict[str, float] = {}
    for stage in origin.stages:
        seconds[line(stage.name)] = seconds.get(line(stage.name), 0.0) + stage.seconds
    return About(
        rung=line(origin.rung),
        rung_label=_RUNGS.get(origin.rung, line(origin.rung)),
        seed=origin.seed,
        hashes=(
            ("submission", line(grade.submission.digest)),
            ("exercise", line(grade.exercise.digest)),
            ("rubric", line(grade.rubric.digest)),
        ),
        versions=tuple((line(name), line(version)) for name, version in origin.versions),
        seconds=tuple((name, round(taken, 3)) for name, taken in seconds.items()),
        times=tuple(f"{name} {taken:.2f}" for name, taken in seconds.items()),
        sources=tuple(
            SourceState(
                name=line(source.name),
                state=source.state,
                state_label=_STATES[source.state],
                message=message(source.message),
            )
            for source in grade.sources
        ),
    )
