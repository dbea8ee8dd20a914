"""Frozen data that flows one way: Submission, Evidence, CriterionResult, Grade. No I/O."""

from grader.model.evidence import (
    HUES,
    CheckOutcome,
    Evidence,
    EvidenceSource,
    Exhibit,
    Finding,
    Highlight,
    Integrity,
    Location,
    Outcome,
    Step,
    TestOutcome,
    TraceLine,
)
from grader.model.exercise import Exercise, Flaw, Language, Limits, Program, Variant
from grader.model.grade import CriterionResult, Grade, GradeStatus, Provenance, Stage, Status
from grader.model.rubric import Criterion, Rubric
from grader.model.submission import Ignored, SourceFile, Submission

__all__ = [
    "HUES",
    "CheckOutcome",
    "Criterion",
    "CriterionResult",
    "Evidence",
    "EvidenceSource",
    "Exercise",
    "Exhibit",
    "Finding",
    "Flaw",
    "Grade",
    "GradeStatus",
    "Highlight",
    "Ignored",
    "Integrity",
    "Language",
    "Limits",
    "Location",
    "Outcome",
    "Program",
    "Provenance",
    "Rubric",
    "SourceFile",
    "Stage",
    "Status",
    "Step",
    "Submission",
    "TestOutcome",
    "TraceLine",
    "Variant",
]
