"""Static checks of one submission: asked of the checks box, decoded strictly outside."""

from __future__ import annotations

import base64
import contextlib
import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from grader.checks.outcomes import Inspection, decode_highlight, decode_inspection
from grader.errors import BoxError
from grader.model import (
    CheckOutcome,
    EvidenceSource,
    Exercise,
    Highlight,
    Language,
    Rubric,
    SourceFile,
    Submission,
)
from grader.pipeline.engine import CHECKS
from grader.report.view import bounds
from grader.report.view.extent import lines_of, listed
from grader.sandbox.box import Box
from grader.sandbox.request import BoxLimits, Fault, Request, Serve
from grader.sandbox.running import Running

SECONDS = 30.0
HIGHLIGHT_SECONDS = 2.0
"""For all files together; a long one takes 0.1 s. Without colours, a report is as true."""
MEMORY_MIB = 768


def inspect(
    box: Box, exercise: Exercise, rubric: Rubric, submission: Submission, include_dirs: list[str]
) -> Inspection:
    """Run the rubric's checks, and the informational ones, on a submission; then colour it in.

    A crash or a time-out of the tools becomes a source in state `failed` and checks in outcome
    `error`: never an empty list that reads as clean.
    """
    question = {
        "language": exercise.language,
        "files": [
            [item.path, base64.b64encode(item.content).decode()] for item in submission.files
        ],
        "checks": list(rubric.checks),
        "own": _own_checks(exercise.hidden / "checks.py"),
        "include_dirs": include_dirs,
    }
    limits = BoxLimits(
        wall_seconds=SECONDS + 5, cpu_seconds=int(SECONDS), memory_mib=MEMORY_MIB, output_bytes=8192
    )
    headers = tuple(map(Path, include_dirs))
    request = Request(action=Serve(CHECKS), syscalls="python", limits=limits, readable=headers)
    with box.start(request) as running:
        try:
            answer = _ask(running, "inspect", question, SECONDS)
            inspection = decode_inspection(answer, rubric.checks)
        except (Fault, BoxError, ValueError) as fault:
            return _failed(rubric, f"the static checks did not finish: {fault}")
        colours = tuple(_colours(running, exercise.language, submission.files))
        return replace(inspection, highlights=colours)


def _colours(
    running: Running, language: Language, files: Iterable[SourceFile]
) -> Iterator[Highlight]:
    """Highlights of the files that a report lists. What cannot be had in time is left out."""
    deadline = time.monotonic() + HIGHLIGHT_SECONDS
    for item in islice(files, bounds.FILES):
        lines = listed(lines_of(item.text))
        if not lines:
            continue
        question = {"language": language, "text": "\n".join(lines)}
        try:
            answer = _ask(running, "highlight", question, deadline - time.monotonic())
        except (Fault, BoxError):
            return
        with contextlib.suppress(ValueError):
            yield decode_highlight(answer, item.path, lines)


def _ask(running: Running, op: str, question: dict[str, Any], seconds: float) -> Any:
    nonce = secrets.token_hex(8)
    running.send({"nonce": nonce, "op": op, **question})
    reply = running.receive(seconds)
    if reply.get("nonce") != nonce or set(reply) != {"nonce", "value"}:
        raise BoxError(f"checks: {str(reply.get('fault', 'a reply without a value'))[:300]}")
    return reply["value"]


def _failed(rubric: Rubric, message: str) -> Inspection:
    return Inspection(
        checks=tuple(
            CheckOutcome(check=name, outcome="error", message=message) for name in rubric.checks
        ),
        source=EvidenceSource(name="checks", state="failed", message=message),
    )


def _own_checks(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
