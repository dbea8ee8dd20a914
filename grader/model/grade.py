"""A grade: criterion results and their sum, with the evidence and what produced it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from grader.model.evidence import EvidenceSource, Exhibit, Finding, Highlight, Integrity
from grader.model.exercise import Exercise
from grader.model.rubric import Criterion, Rubric
from grader.model.submission import SourceFile, Submission

Status = Literal["passed", "failed", "partial", "skipped", "error"]
GradeStatus = Literal["graded", "incomplete", "rejected"]


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionResult:
    """The verdict on one criterion. `reason` says why it was skipped or could not be judged."""

    criterion: Criterion
    status: Status
    points: Fraction
    exhibits: tuple[Exhibit, ...] = ()
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """Wall-clock seconds of one stage of a grading; stages may overlap."""

    name: str
    seconds: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """What produced a grade, so that it can be replayed.

    `rung` is `bubblewrap`, `landlock` or `unsafe`. `versions` are pairs of name and version.
    """

    rung: str
    seed: int
    versions: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grade:
    """A graded, incomplete or rejected submission.

    `points` is None unless `status` is `graded`. `rejection` is the reason of a refusal.
    `starter` holds the starter's files, for the diff. A file without a highlight is shown plain.
    """

    exercise: Exercise
    rubric: Rubric
    submission: Submission
    status: GradeStatus
    points: Fraction | None
    results: tuple[CriterionResult, ...]
    findings: tuple[Finding, ...]
    sources: tuple[EvidenceSource, ...]
    integrity: tuple[Integrity, ...]
    provenance: Provenance
    starter: tuple[SourceFile, ...]
    rejection: str = ""
    output: str = ""
    highlights: tuple[Highlight, ...] = ()

    @property
    def max_points(self) -> Fraction:
        """The points that the rubric has to give."""
        return self.rubric.max_points

    @property
    def percent(self) -> Fraction | None:
        """Points in hundredths of the maximum, exact; None where there is no number."""
        if self.points is None or not self.max_points:
            return None
        return self.points * 100 / self.max_points
