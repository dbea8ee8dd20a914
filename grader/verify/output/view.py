"""Decides what a reader sees of a proof: marks, words, places, order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from grader.model import Criterion, Status, Variant
from grader.report.view import safe
from grader.report.view.numbers import counted, number
from grader.verify.each import Unreadable
from grader.verify.output.idle import idle
from grader.verify.output.machine import section
from grader.verify.output.places import place_of, relative
from grader.verify.output.shapes import (
    MEANINGS,
    Case,
    Cell,
    Column,
    ExerciseView,
    Mark,
    Problem,
    ProofView,
    Row,
)
from grader.verify.proof import Proof, variants
from grader.verify.runs import VariantRun

_MISTAKE = re.compile(r"(?P<file>[^:\n]+\.(?:toml|py|md|cpp|hpp|h)): (?P<reason>.+)")


def view_of(
    exercises: Iterable[ExerciseView], seconds: float, facts: Iterable[tuple[str, str]] = ()
) -> ProofView:
    """All exercises of a call. `facts` are pairs of name and value that tell how it was made."""
    told = tuple((name, safe.line(value)) for name, value in facts)
    return ProofView(exercises=tuple(exercises), seconds=seconds, facts=told)


def exercise_view(made: Proof | Unreadable, *, rubrics: Path, base: Path) -> ExerciseView:
    """One exercise. `rubrics` is their folder; files are shown relative to `base`."""
    if isinstance(made, Unreadable):
        return _unreadable(made, base)
    exercise = made.exercise
    rows = tuple(_row(made, variant) for variant in variants(exercise))
    cases = tuple(_cases(made, rubrics / f"{exercise.id}.toml", base))
    return ExerciseView(
        id=safe.line(exercise.id),
        title=safe.line(exercise.title),
        language=exercise.language,
        columns=tuple(
            _column(at, item, made) for at, item in enumerate(made.rubric.criteria, start=1)
        ),
        rows=rows,
        cases=cases,
        problems=tuple(_problems(cases)),
        seconds=sum(run.seconds for run in made.runs),
        readable=True,
        sections=(*((section(made.machine),) if made.machine else ()), *idle(made)),
    )


def _column(at: int, criterion: Criterion, made: Proof) -> Column:
    losers = {
        run.variant.name
        for run in made.runs
        if criterion.id in run.lost and criterion.id in run.variant.loses
    }
    return Column(
        number=at,
        id=safe.line(criterion.id),
        title=safe.line(criterion.title),
        points=number(criterion.points),
        lost_by=len(losers),
    )


def _row(made: Proof, variant: Variant) -> Row:
    runs = [
        run for run in made.runs if (run.variant.kind, run.variant.name) == (variant.kind,
                                                                              variant.name)
    ]  # fmt: skip
    faults = [run.fault for run in runs if run.fault]
    cells = () if faults else tuple(_cell(item, variant, runs) for item in made.rubric.criteria)
    return Row(
        kind=variant.kind,
        name=safe.line(variant.name),
        note=safe.line(variant.note, 300),
        cells=cells,
        fault=safe.message(faults[0]) if faults else "",
        seconds=max((run.seconds for run in runs), default=0.0),
        gradings=len(runs),
        cached=sum(run.cached for run in runs),
    )


def _cell(criterion: Criterion, variant: Variant, runs: Sequence[VariantRun]) -> Cell:
    seen = [(run.seed, dict(run.statuses).get(criterion.id, "error")) for run in runs]
    statuses = list(dict.fromkeys(status for _, status in seen))
    mark = _mark(statuses, criterion.id in variant.loses)
    told = MEANINGS[mark]
    if mark == "unsteady":
        told += ": " + ", ".join(f"seed {seed} {status}" for seed, status in seen)
    elif "partial" in statuses:
        told += " (in part)"
    return Cell(mark=mark, text=safe.line(f"{variant.name}, {criterion.id}: {told}", 400))


def _mark(statuses: list[Status], is_declared: bool) -> Mark:
    """The mark of the verdicts that all gradings of a variant came to."""
    if not statuses or "error" in statuses:
        return "unjudged"
    if len(statuses) > 1:
        return "unsteady"
    if statuses[0] in ("failed", "partial"):
        return "declared" if is_declared else "undeclared"
    if is_declared:
        return "missing"
    return "skipped" if statuses[0] == "skipped" else "kept"


def _cases(made: Proof, rubric: Path, base: Path) -> Iterator[Case]:
    times: Counter[str] = Counter()
    for point in made.points:
        name = safe.line(f"{point.claim}: {point.subject}", 300)
        times[name] += 1
        path, line = place_of(point, made.exercise, rubric)
        yield Case(
            name=name if times[name] == 1 else f"{name} ({times[name]})",
            claim=safe.line(point.claim),
            subject=safe.line(point.subject),
            holds=point.holds,
            message="" if point.holds else safe.message(point.message) or "it does not hold",
            file=safe.line(relative(path, base), 400),
            line=line,
        )


def _problems(cases: Iterable[Case]) -> Iterator[Problem]:
    def topic(case: Case) -> tuple[str, str]:
        return case.claim, case.subject

    broken = [case for case in cases if not case.holds]
    order = {each: at for at, each in reversed(list(enumerate(map(topic, broken))))}
    for (claim, subject), group in groupby(sorted(broken, key=lambda case: order[topic(case)]),
                                           key=topic):  # fmt: skip
        same = list(group)
        yield Problem(
            claim=claim,
            subject=subject,
            messages=tuple(dict.fromkeys(case.message for case in same)),
            file=same[0].file,
            line=same[0].line,
        )


def _unreadable(made: Unreadable, base: Path) -> ExerciseView:
    cases = []
    for at, line in enumerate(str(made.error).split("\n"), start=1):
        found = _MISTAKE.fullmatch(line) if line.isprintable() else None
        file = relative(Path(found["file"]), base) if found else ""
        cases.append(
            Case(
                name=f"can be read: mistake {at}",
                claim="can be read",
                subject=safe.line(Path(file).name if file else made.id),
                holds=False,
                message=safe.message(found["reason"] if found else line),
                file=safe.line(file, 400),
                line=0,
            )
        )
    return ExerciseView(
        id=safe.line(made.id),
        title=counted(len(cases), "mistake") + " to mend before anything can be graded",
        language=None,
        columns=(),
        rows=(),
        cases=tuple(cases),
        problems=tuple(_problems(cases)),
        seconds=0.0,
        readable=False,
    )
