"""What sample grades are built from: every part of a grade with defaults that are plausible."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from grader.checks.highlight import highlight
from grader.checks.outcomes import decode_highlight
from grader.model import (
    Criterion,
    CriterionResult,
    EvidenceSource,
    Exercise,
    Exhibit,
    Finding,
    Grade,
    Highlight,
    Ignored,
    Integrity,
    Limits,
    Location,
    Provenance,
    Rubric,
    SourceFile,
    Stage,
    Status,
    Step,
    Submission,
    TraceLine,
    Variant,
)
from grader.model.exercise import Language
from grader.model.rubric import CriterionKind
from grader.report.view.extent import lines_of, listed

SOURCES = Path(__file__).parent / "sources"
STAGES = (
    Stage(name="intake", seconds=0.004),
    Stage(name="checks", seconds=0.213),
    Stage(name="tests", seconds=0.874),
)


def source(name: str, path: str) -> SourceFile:
    """The file `name` of the sources folder, handed in as `path`."""
    return SourceFile(path=path, content=(SOURCES / name).read_bytes())


def exercise(
    *, id: str, title: str, file: str, language: Language = "python", section: str = ""
) -> Exercise:
    """An exercise with one file."""
    starter = Variant(
        name="starter", kind="starter", folder=Path("starter"), loses=frozenset(), note=""
    )
    return Exercise(
        id=id,
        title=title,
        language=language,
        difficulty=3,
        minutes=30,
        summary=title,
        files=(file,),
        guide_section=section,
        guide_lines=(635, 654),
        folder=Path("exercises") / id,
        limits=Limits(),
        programs=(),
        starter=starter,
        solutions=(),
        mutants=(),
        flaws=(),
        digest="9f1c" * 16,
    )


def criterion(
    id: str,
    title: str,
    points: int | Fraction,
    *,
    story: tuple[str, str, str] = ("", "", ""),
    kind: CriterionKind = "behaviour",
    requires: tuple[str, ...] = ("importable",),
    checks: tuple[str, ...] = (),
    partial: bool = False,
) -> Criterion:
    """A criterion; `story` is cause, consequence and next step."""
    cause, consequence, next_step = story
    return Criterion(
        id=id,
        title=title,
        points=Fraction(points),
        kind=kind,
        cause=cause or f"{title}: that does not hold yet.",
        consequence=consequence or "Whoever uses this code has to work around it.",
        next_step=next_step or "Read the evidence and start from the line that it names.",
        requires=requires,
        checks=checks,
        partial=partial,
    )


def result(
    item: Criterion,
    status: Status = "passed",
    *exhibits: Exhibit,
    points: Fraction | None = None,
    reason: str = "",
) -> CriterionResult:
    """A verdict; full points when it passed, none otherwise, unless `points` says more."""
    earned = item.points if status == "passed" else Fraction(0)
    return CriterionResult(
        criterion=item,
        status=status,
        points=earned if points is None else points,
        exhibits=exhibits,
        reason=reason,
    )


def works(subject: str) -> Exhibit:
    """A hidden test that passed."""
    return Exhibit(source="test", subject=subject, outcome="passed", message="")


def grade(
    exercise: Exercise,
    results: tuple[CriterionResult, ...],
    *,
    files: tuple[SourceFile, ...],
    starter: tuple[SourceFile, ...] = (),
    findings: tuple[Finding, ...] = (),
    sources: tuple[EvidenceSource, ...] = (
        EvidenceSource(name="tests", state="completed"),
        EvidenceSource(name="checks", state="completed"),
    ),
    integrity: tuple[Integrity, ...] = (),
    ignored: tuple[Ignored, ...] = (),
    name: str = "robin",
    rung: str = "bubblewrap",
    output: str = "",
) -> Grade:
    """A graded submission, or an incomplete one when a criterion has an error."""
    incomplete = any(item.status == "error" for item in results)
    return Grade(
        exercise=exercise,
        rubric=Rubric(
            exercise=exercise.id,
            criteria=tuple(item.criterion for item in results),
            digest="5a02" * 16,
        ),
        submission=Submission(name=name, files=files, ignored=ignored, digest="c0de" * 16),
        status="incomplete" if incomplete else "graded",
        points=None if incomplete else sum((item.points for item in results), Fraction(0)),
        results=results,
        findings=findings,
        sources=sources,
        integrity=integrity,
        provenance=Provenance(
            rung=rung,
            seed=20240611,
            versions=(("grader", "0.1.0"), ("python", "3.11.2"), ("pylint", "4.1.4")),
            stages=STAGES,
        ),
        starter=starter,
        output=output,
        highlights=tuple(coloured(item, exercise.language) for item in files),
    )


def coloured(file: SourceFile, language: Language) -> Highlight:
    """The highlight of a file, as the box answers; honest samples only are quick."""
    lines = listed(lines_of(file.text))
    answer = highlight(language, "\n".join(lines)) if lines else []
    return decode_highlight(answer, file.path, lines)


def at(file: str, line: int, column: int = 0) -> Location:
    """A place in a file."""
    return Location(file=file, line=line, column=column)


def frame(file: str, line: int, function: str, text: str) -> TraceLine:
    """One frame of a traceback."""
    return TraceLine(location=at(file, line), function=function, source=text)


def step(thread: str, file: str, line: int, text: str, event: str = "") -> Step:
    """One step of an interleaving."""
    return Step(thread=thread, location=at(file, line), source=text, event=event)
