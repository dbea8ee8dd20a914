"""More gradings that a proof asks for: of what no variant is, or by tests that are not hidden."""

from __future__ import annotations

from pathlib import Path

from grader.model import Exercise, Rubric
from grader.verify.probes import leaking, public
from grader.verify.probes.probe import Probe

__all__ = ["Probe", "probes"]


def probes(exercise: Exercise, rubric: Rubric, folder: Path) -> tuple[Probe, ...]:
    """All probes of an exercise. What they need is written below `folder`, which must stay."""
    return (
        *leaking.probes(exercise, rubric, folder / "leaks"),
        *public.probes(exercise, rubric, folder / "public"),
    )
