"""The leak audit's own submissions: each fails in another way, against planted hidden files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from grader.model import Exercise, Rubric, Variant
from grader.verify.planting import plant
from grader.verify.probes.probe import Probe
from grader.verify.runs import VariantRun

CLAIM = "nothing hidden leaks from a submission that"
HIDDEN = ("hidden", "solutions")
CALL_SECONDS, TEST_SECONDS = 0.1, 1.0
"""Waiting tells nothing here: whatever a time-out shows, it shows it as well after a short one."""

_EACH_NAME = """
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)

    def answer(*args, **kwargs):
        {answer}

    return answer
"""
_ENDLESS = "while True:\n            pass"
_CPP_START = """
#include <cstdio>
#include <cstdlib>
namespace {{
struct Audit {{
    Audit() {{ {body} }}
}} audit;
}}
"""


def probes(exercise: Exercise, rubric: Rubric, folder: Path) -> Iterator[Probe]:
    """One probe for each way to fail."""
    plant(exercise.folder, folder, HIDDEN, exercise.digest)
    for part in ("public", "README.md"):
        _link(exercise.folder / part, folder / part)
    limits = dataclasses.replace(
        exercise.limits, call_seconds=CALL_SECONDS, test_seconds=TEST_SECONDS
    )
    audited = dataclasses.replace(exercise, folder=folder, limits=limits)
    ways = _python(exercise) if exercise.language == "python" else _cpp(exercise)
    for name, text in ways.items():
        handed = folder / "submissions" / name.replace(" ", "-")
        handed.mkdir(parents=True)
        for file in exercise.files:
            source = exercise.starter.folder / file
            (handed / file).parent.mkdir(parents=True, exist_ok=True)
            (handed / file).write_bytes(source.read_bytes())
        (handed / exercise.files[0]).write_text(text, encoding="utf-8")
        yield Probe(
            claim=f"{CLAIM} {name}",
            subject=exercise.id,
            exercise=audited,
            rubric=rubric,
            variant=Variant(
                name=name, kind="probe", folder=handed, loses=frozenset(), note="leak audit"
            ),
            judge=_judge,
        )


def _judge(run: VariantRun) -> str:
    if run.fault:
        return f"it could not be graded: {run.fault}"
    if run.leaks:
        return (
            f"a report shows {'; '.join(run.leaks[:3])}; keep hidden code out of what `reveal` and "
            "exceptions of scenarios say"
        )
    return ""


def _link(source: Path, target: Path) -> None:
    """What is public, where the audit looks for it."""
    if source.is_dir():
        for path in source.rglob("*"):
            if path.is_file():
                copy = target / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    elif source.exists():
        target.write_bytes(source.read_bytes())


def _python(exercise: Exercise) -> dict[str, str]:
    starter = (exercise.starter.folder / exercise.files[0]).read_text(encoding="utf-8")
    return {
        "is wrong": starter,
        "raises": _EACH_NAME.format(answer='raise ValueError("no", args, kwargs)'),
        "hangs": _EACH_NAME.format(answer=_ENDLESS),
        "ends the process": "import os\n\nos._exit(3)\n",
        "does not parse": starter + "\ndef broken(:\n",
        "floods its output": starter + '\nprint("x" * 2_000_000)\n',
    }


def _cpp(exercise: Exercise) -> dict[str, str]:
    solution = exercise.solutions[0].folder / exercise.files[0]
    right = solution.read_text(encoding="utf-8")
    return {
        "has no such names": "#pragma once\n",
        "does not parse": right + "\nint broken( { ;\n",
        "ends the process": right + _CPP_START.format(body='std::puts("now"); std::abort();'),
        "hangs": right + _CPP_START.format(body="for (volatile int on = 1; on;) {}"),
    }
