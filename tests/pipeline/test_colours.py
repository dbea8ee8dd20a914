"""Colours come after the findings and never at their cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.checks.outcomes import Inspection
from grader.load import load_exercise, load_rubric, take_in
from grader.model import Exercise, Rubric, SourceFile, Submission
from grader.pipeline import static
from grader.pipeline.engine import Engine
from grader.report.view.extent import lines_of, listed

ROOT = Path(__file__).resolve().parents[2]
BUSY = SourceFile(path="busy.py", content=(b" " * 60 + b"\n") * 1_500)
"""Keeps Pygments busy for some three seconds: lines of blanks are tried from each blank."""


@pytest.fixture(scope="module", name="engine")
def _engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


@pytest.fixture(name="exercise")
def _exercise() -> Exercise:
    return load_exercise(ROOT / "exercises" / "py-lru-cache")


@pytest.fixture(name="rubric")
def _rubric() -> Rubric:
    return load_rubric(ROOT / "rubrics" / "py-lru-cache.toml", "py-lru-cache")


@pytest.fixture(name="submission")
def _submission(exercise: Exercise) -> Submission:
    return take_in(exercise.starter.folder, exercise)


def has_its_findings(inspection: Inspection, rubric: Rubric) -> bool:
    outcomes = {item.check: item.outcome for item in inspection.checks}
    return inspection.source.state == "completed" and outcomes == dict.fromkeys(
        rubric.checks, "failed"
    )


def test_each_listed_line_has_its_colours(
    engine: Engine, exercise: Exercise, rubric: Rubric, submission: Submission
) -> None:
    inspection = static.inspect(engine.checks(), exercise, rubric, submission, [])
    assert has_its_findings(inspection, rubric)
    (file,), (highlight,) = submission.files, inspection.highlights
    assert highlight.path == file.path
    assert [sum(length for _, length in runs) for runs in highlight.lines] == [
        len(text) for text in listed(lines_of(file.text))
    ]
    assert {hue for runs in highlight.lines for hue, _ in runs} >= {"", "k", "b", "d", "n", "c"}


def test_what_takes_too_long_stays_plain(
    engine: Engine,
    exercise: Exercise,
    rubric: Rubric,
    submission: Submission,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(static, "HIGHLIGHT_SECONDS", 0.7)
    more = replace(submission, files=(*submission.files, BUSY, replace(BUSY, path="c.py")))
    inspection = static.inspect(engine.checks(), exercise, rubric, more, [])
    assert has_its_findings(inspection, rubric)
    assert [item.path for item in inspection.highlights] == [submission.files[0].path]


def test_no_time_at_all(
    engine: Engine,
    exercise: Exercise,
    rubric: Rubric,
    submission: Submission,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(static, "HIGHLIGHT_SECONDS", -1.0)
    inspection = static.inspect(
        engine.checks(), exercise, rubric, replace(submission, files=(BUSY,)), []
    )
    assert inspection.source.state == "completed"
    assert inspection.highlights == ()


def test_an_answer_that_does_not_fit_costs_its_file_only(
    engine: Engine,
    exercise: Exercise,
    rubric: Rubric,
    submission: Submission,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask = static._ask

    def tampered(running: Any, op: str, question: dict[str, Any], seconds: float) -> Any:
        answer = ask(running, op, question, seconds)
        return answer[1:] if op == "highlight" and "lie" in question["text"] else answer

    monkeypatch.setattr(static, "_ask", tampered)
    liar = SourceFile(path="a.py", content=b"lie = 1\nx = 2\n")
    empty = SourceFile(path="b.py", content=b"")
    more = replace(submission, files=(empty, liar, *submission.files))
    inspection = static.inspect(engine.checks(), exercise, rubric, more, [])
    assert has_its_findings(inspection, rubric)
    assert [item.path for item in inspection.highlights] == [submission.files[0].path]
