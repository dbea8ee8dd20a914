"""The public tests, run behind the walls: they hold for solutions, and not for the starter."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from grader.model import Criterion, Exercise, Program, Rubric
from grader.verify.probes.probe import Probe
from grader.verify.runs import VariantRun

CRITERION = "public"
_ORACLE = '''
import pytest


@pytest.mark.criterion("public")
def test_public(scenarios, reveal):
    """The public tests."""
    failed = scenarios.run_public_tests()
    reveal(f"failed: {failed}")
    assert failed == []
'''
_PYTHON_RUNNER = Path(__file__).with_name("public_runner.txt").read_text(encoding="utf-8")
"""What runs the tests inside the box: a plain pytest would want the files there."""
_MAIN = re.compile(r"\bint\s+main\s*\(")
_CPP_RUNNER = """
#include <grader/scenario.hpp>
#include <string>
#include <vector>
{text}
SCENARIO(run_public_tests)() {{
    const int code = grader_public_main();
    std::vector<std::string> failed;
    if (code != 0) failed.push_back("{file}: main returned " + std::to_string(code));
    return failed;
}}
"""


def probes(exercise: Exercise, rubric: Rubric, folder: Path) -> Iterator[Probe]:
    """One probe for each solution and public file, and for the starter."""
    suffix = ".py" if exercise.language == "python" else ".cpp"
    tests = sorted((exercise.folder / "public").glob(f"*{suffix}"))
    if not tests:
        return
    judged = _rubric(rubric)
    for test in tests:
        made = _exercise(exercise, test, folder / test.stem)
        for variant in exercise.solutions:
            yield Probe(
                claim=f"public tests hold for a solution ({test.name})",
                subject=variant.name,
                exercise=made,
                rubric=judged,
                variant=dataclasses.replace(variant, loses=frozenset()),
                judge=_must_pass,
            )
        yield Probe(
            claim=f"public tests fail on the starter ({test.name})",
            subject=exercise.starter.name,
            exercise=made,
            rubric=judged,
            variant=dataclasses.replace(exercise.starter, loses=frozenset({CRITERION})),
            judge=_must_fail,
        )


def _must_pass(run: VariantRun) -> str:
    if run.fault:
        return run.fault
    if run.lost or run.unjudged:
        return f"they fail: {'; '.join(run.details) or 'no reason told'}; mend them or the solution"
    return ""


def _must_fail(run: VariantRun) -> str:
    if run.fault:
        return run.fault
    if not run.lost:
        return "they pass; add an example that shows one of the flaws"
    return ""


def _rubric(rubric: Rubric) -> Rubric:
    criterion = Criterion(
        id=CRITERION, title="Public tests", points=Fraction(100), kind="behaviour", requires=(),
        checks=(), partial=False, cause="-", consequence="-", next_step="-",
    )  # fmt: skip
    return dataclasses.replace(rubric, criteria=(criterion,))


def _exercise(exercise: Exercise, test: Path, folder: Path) -> Exercise:
    """The exercise with the public tests in the place of the hidden ones."""
    hidden = folder / "hidden"
    hidden.mkdir(parents=True)
    shutil.copytree(exercise.folder / "public", folder / "public")
    (hidden / "test_public_examples.py").write_text(_ORACLE, encoding="utf-8")
    if exercise.language == "python":
        source = test.read_text(encoding="utf-8")
        (hidden / "scenarios.py").write_text(source + _PYTHON_RUNNER, encoding="utf-8")
        return dataclasses.replace(exercise, folder=folder)
    text = _MAIN.sub("int grader_public_main(", test.read_text(encoding="utf-8"))
    runner = _CPP_RUNNER.format(text=text, file=test.name)
    (hidden / "public_scenario.cpp").write_text(runner, encoding="utf-8")
    program = Program(name="public", sources=("public_scenario.cpp",), profiles=("plain",))
    return dataclasses.replace(exercise, folder=folder, programs=(program,))
