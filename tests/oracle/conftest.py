"""Runs a small set of hidden tests against a submission, behind real walls."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.model import Exercise, Limits, SourceFile, Submission, TestOutcome, Variant
from grader.oracle.run import TestRun, run_tests
from grader.pipeline.engine import Engine
from grader.pipeline.python import PythonBackend

HEADER = """
import pytest
from grader.oracle import Raised, fetch, interleavings, raises, same, store
"""


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """One engine on the best rung of this machine."""
    with Engine() as started:
        yield started


def exercise_at(folder: Path, limits: Limits) -> Exercise:
    """A Python exercise whose hidden folder is `folder/hidden`."""
    starter = Variant(
        name="starter", kind="starter", folder=folder, loses=frozenset(), note=""
    )
    return Exercise(
        id="toy",
        title="Toy",
        language="python",
        difficulty=1,
        minutes=1,
        summary="",
        files=("toy.py",),
        guide_section="",
        guide_lines=(1, 1),
        folder=folder,
        limits=limits,
        programs=(),
        starter=starter,
        solutions=(),
        mutants=(),
        flaws=(),
        digest="",
    )


Run = Callable[..., TestRun]
Judge = Callable[..., TestOutcome]


@pytest.fixture
def run(engine: Engine, tmp_path: Path) -> Run:
    """Run hidden tests (source) against a submission (source)."""

    def go(
        tests: str,
        submission: str | bytes,
        *,
        scenarios: str | None = None,
        seed: int = 1,
        limits: Limits | None = None,
        criteria: tuple[str, ...] = ("c",),
    ) -> TestRun:
        hidden = tmp_path / "hidden"
        hidden.mkdir(exist_ok=True)
        (hidden / "test_toy.py").write_text(HEADER + textwrap.dedent(tests))
        if scenarios is not None:
            (hidden / "scenarios.py").write_text(textwrap.dedent(scenarios))
        content = textwrap.dedent(submission) if isinstance(submission, str) else submission
        frozen = Submission(
            name="toy",
            files=(
                SourceFile(
                    path="toy.py",
                    content=content.encode() if isinstance(content, str) else content,
                ),
            ),
            digest="",
        )
        exercise = exercise_at(tmp_path, limits or Limits())
        backend = PythonBackend(engine.python(), exercise, frozen)
        return run_tests(hidden, backend, criteria, seed)

    return go


@pytest.fixture
def judge(run: Run) -> Judge:
    """The outcome of one test body (indented below a `solution` and a `scenarios` fixture)."""

    def go(
        body: str, submission: str | bytes, *, marks: str = "", **options: object
    ) -> TestOutcome:
        test = (
            f'@pytest.mark.criterion("c")\n{marks}\n'
            "def test_it(solution, scenarios, rng, reveal):\n"
            '    """What was tried."""\n' + textwrap.indent(textwrap.dedent(body), "    ")
        )
        result = run(test, submission, **options)
        (outcome,) = result.outcomes
        return outcome

    return go
