"""Grades one attack, and looks at what it left behind and at what everybody can read."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.cli.grading import run
from grader.errors import GraderError
from grader.load import load_exercise, load_rubric, read_marker
from grader.model import Exercise, Grade, Rubric
from grader.pipeline.engine import Engine
from grader.report import render

from .attack import MARK

TESTS = Path(__file__).resolve().parents[2]
LIBRARY = ("--exercises", f"{TESTS}/exercises", "--rubrics", f"{TESTS}/rubrics")
SETTLE_SECONDS = 5.0
MAX_MESSAGE = 600
_LOUD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e"
    r"\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal obeys and what turns text around: in no message and no report."""
_MARKUP = ("<script>alert", "<script>pwned", "<img src=x")


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What came of it. `message` is the refusal; `shown` is everything that a person could read."""

    exit_code: int
    points: float | None
    message: str
    shown: tuple[str, ...]


def library(name: str) -> tuple[Exercise, Rubric]:
    """An exercise of the test suite, and its rubric."""
    folder = TESTS / "exercises" / name
    return load_exercise(folder), load_rubric(TESTS / f"rubrics/{name}.toml", name)


def grade_here(engine: Engine, submission: Path, exercise: Exercise, rubric: Rubric) -> Seen:
    """What the command does, in this process; a GraderError is an answer, anything else a bug."""
    try:
        graded = run(engine, submission, exercise, rubric, seed=7).grade
    except GraderError as error:
        return Seen(exit_code=error.exit_code, points=None, message=str(error), shown=(str(error),))
    code = {"graded": 0, "rejected": 5, "incomplete": 4}[graded.status]
    return Seen(
        exit_code=code,
        points=None if graded.points is None else float(graded.points),
        message=graded.rejection,
        shown=(graded.rejection, *_reports(graded)),
    )


def _reports(graded: Grade) -> Iterator[str]:
    for name in ("html", "json", "text"):
        yield render(graded, name).decode("utf-8")


def marker_of(submission: Path) -> str:
    """What the marker says, or why it cannot be read."""
    try:
        return str(read_marker(submission))
    except GraderError as error:
        return str(error)


def complaints(text: str, *, page: bool = False) -> list[str]:
    """What no text that people read may hold; markup counts in pages only."""
    found = [f"holds {word!r}" for word in (MARK, "root:x:0:0", "</body><") if word in text]
    found += [f"holds {loud!r}" for loud in sorted(set(_LOUD.findall(text)))]
    return found + [f"holds {word!r}" for word in _MARKUP if page and word in text]


def files_below(place: Path) -> dict[bytes, tuple[object, ...]]:
    """Everything below `place`: kind, rights, size, times, and content where it is small."""
    found: dict[bytes, tuple[object, ...]] = {}
    top = os.fsencode(place)
    todo = [top]
    while todo and len(found) < 10_000:
        path = todo.pop()
        try:
            facts = os.lstat(path)
        except OSError as error:  # deeper than a path may be long, or closed to us
            found[path] = (error.errno,)
            continue
        status = (facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_uid)
        found[path] = (*status, _text(path, facts))
        if stat.S_ISDIR(facts.st_mode):
            try:
                todo += [path + b"/" + name for name in os.listdir(path)]
            except OSError as error:
                found[path] = (facts.st_mode, error.errno)
    return found


def _text(path: bytes, facts: os.stat_result) -> str:
    if stat.S_ISLNK(facts.st_mode):
        return repr(os.readlink(path))
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > 1 << 20 or not os.access(path, os.R_OK):
        return ""
    with open(path, "rb") as stream:
        return hashlib.sha256(stream.read()).hexdigest()


def processes() -> set[int]:
    """Everything that descends from this process."""
    parents: dict[int, int] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(name)] = int(fields[1])
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return ours - {os.getpid()}


def settled(before: set[int]) -> set[int]:
    """The processes that are there and were not before, once what ends by itself has ended."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while (left := processes() - before) and time.monotonic() < deadline:
        time.sleep(0.02)
    return left
