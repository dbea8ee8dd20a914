"""One attack on one rung, in a process that tries several of them one after the other."""

from __future__ import annotations

import functools
import os
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import util
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

import pytest

from grader.errors import SubmissionRejected
from grader.load import take_in
from grader.model import Exercise
from grader.pipeline.engine import Engine
from grader.sandbox.rungs import RungName

from .attack import MARK, FolderAttack
from .corpus import attacks
from .watch import (
    MAX_MESSAGE,
    Seen,
    complaints,
    files_below,
    grade_here,
    library,
    marker_of,
    processes,
    settled,
)

SECONDS = 300
"""For one attack; a hang is an error, not a test run without an end."""
SLOW_SECONDS = 60.0
"""More than any of them takes. In C++ only the other bound holds: the first has to build much."""
TRIES = 2000
BY_NAME = {attack.name: attack for attack in attacks()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What was wrong with the answer or with what was left behind; or why nothing was tried."""

    wrong: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def harms(self) -> tuple[str, ...]:
        """The kinds of what was wrong, as the table of all attacks has them."""
        return tuple({_harm(one) for one in self.wrong})


def begin(place: str) -> None:
    """Give this process a folder for temporary files that only the grader writes to."""
    tempfile.tempdir = tempfile.mkdtemp(dir=place)
    os.chmod(tempfile.tempdir, 0o711)
    util.Finalize(None, _end, exitpriority=10)


@functools.cache
def _engine(rung: RungName) -> Engine:
    return Engine(rung=rung, heat=True)


def _end() -> None:
    for rung in _started:
        _engine(rung).close()


_started: set[RungName] = set()


def attempt(name: str, rung: RungName, home: str) -> Verdict:
    """Build the attack in a folder of its own at `home`, have it graded, and look."""
    attack = BY_NAME[name]
    engine = _engine(rung)
    if rung not in _started:
        _started.add(rung)
        for start in (engine.python, engine.checks, engine.compilers, engine.programs):
            start()
    with _alarm(), _place(Path(home)) as place:
        try:
            submission = _build(attack, place)
        except pytest.skip.Exception as reason:
            return Verdict(skipped=str(reason))
        return Verdict(wrong=tuple(_faults(attack, engine, submission, place)))


def _build(attack: FolderAttack, place: Path) -> Path:
    if attack.needs and (attack.needs == "root") != (os.geteuid() == 0):
        pytest.skip(f"makes sense for {attack.needs} only")
    return attack.build(place)


def _faults(
    attack: FolderAttack, engine: Engine, submission: Path, place: Path
) -> Iterator[str]:
    exercise, rubric = library(attack.exercise)
    before, files, ours = files_below(place), _temporary(), processes()
    begun = time.monotonic()
    with Beside(attack, submission):
        if attack.meanwhile is not None and _leads_outside(submission, exercise):
            yield "a link was followed"
        marker = marker_of(submission)
        seen = grade_here(engine, submission, exercise, rubric)
    if exercise.language == "python" and time.monotonic() - begun > SLOW_SECONDS:
        yield "it took long"
    yield from _answer(attack, seen)
    yield from complaints(marker)
    if attack.meanwhile is None and files_below(place) != before:
        yield "the submission has changed"
    yield from (f"left {name}" for name in _temporary() - files - {engine.workdir.name})
    yield from (f"left {name}" for name in os.listdir("/tmp") if name.startswith("pwned"))
    yield from (f"left process {number}" for number in settled(ours))


def _harm(wrong: str) -> str:
    if wrong.endswith(" points"):
        return "gained"  # or lost: the same line says how many there were
    if wrong.startswith("left"):
        return "left"
    if wrong == "it took long":
        return "stopped"
    return "wronged" if wrong.startswith(("exit code", "another", "not one", "the sub")) else "read"


def _leads_outside(submission: Path, exercise: Exercise) -> bool:
    """Whether intake ever reads what is not in the submission; once would be luck."""
    for _ in range(TRIES):
        with suppress(SubmissionRejected):
            taken = take_in(submission, exercise)
            if any(MARK.encode() in file.content for file in taken.files):
                return True
    return False


def _temporary() -> set[str]:
    return set(os.listdir(tempfile.gettempdir()))


def _answer(attack: FolderAttack, seen: Seen) -> Iterator[str]:
    if seen.exit_code not in attack.exit_codes:
        yield f"exit code {seen.exit_code}: {seen.message}"
    elif seen.points is not None:
        if not (100 if attack.honest_result == "right" else 0) <= seen.points <= attack.at_most:
            yield f"{seen.points:g} points"
    elif attack.reason not in seen.message:
        yield f"another reason: {seen.message}"
    elif not seen.message.isprintable() or len(seen.message) > MAX_MESSAGE:
        yield f"not one short line: {seen.message!r}"
    for text in seen.shown:
        yield from complaints(text, page=text.startswith("<!"))


@contextmanager
def _alarm() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError("the grader hangs")

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


@contextmanager
def _place(home: Path) -> Iterator[Path]:
    """A folder to build in; removed afterwards, whatever an attack made of it."""
    place = home / "home"
    place.mkdir(parents=True)
    try:
        yield place
    finally:
        todo = [os.fsencode(place)]
        while todo:
            path = todo.pop()
            if stat.S_ISDIR(os.lstat(path).st_mode) and len(path) < 3000:
                os.chmod(path, 0o700)
                todo += [path + b"/" + name for name in os.listdir(path)]
        shutil.rmtree(home)


class Beside:
    """Runs what an attack does meanwhile."""

    def __init__(self, attack: FolderAttack, submission: Path) -> None:
        self._end = Event()
        self._thread: Thread | None = None
        if attack.meanwhile is not None:
            self._thread = Thread(target=attack.meanwhile, args=(submission, self._end))

    def __enter__(self) -> None:
        if self._thread is not None:
            self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        if self._thread is not None:
            self._thread.join()
