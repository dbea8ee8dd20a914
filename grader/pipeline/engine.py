"""The warm boxes of a run: started when needed, shared by all submissions, closed at the end."""

from __future__ import annotations

import contextlib
import functools
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar, cast

from grader.errors import BoxError
from grader.model import Language
from grader.sandbox import rungs
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.rungs import RungName

DRIVER = "grader.languages.python.inside.driver"
CHECKS = "grader.checks.inspect"
LINTER = "grader.checks.python.lint:known_symbols"
HEAT = "grader.checks.inspect:warm"


Kept = TypeVar("Kept")


class Engine:
    """Boxes by purpose, on the best rung that works here. Use it as a context manager."""

    def __init__(
        self, *, rung: RungName | None = None, unsafe: bool = False, heat: bool = False
    ) -> None:
        """`rung` forces one; otherwise the first that really starts a box is kept.

        With `heat`, the checks box first parses what submissions usually import: two seconds that
        save a third of a second for each of them, so for many submissions only.
        """
        self._heat = heat
        self._wanted = (rung,) if rung else rungs.candidates(unsafe=unsafe)
        self._rung: RungName | None = rung
        self._boxes: dict[str, Box] = {}
        self._kept: dict[str, object] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()
        self._starting: list[threading.Thread] = []

    @property
    def rung(self) -> RungName:
        """The rung in use; starts the Python box to find out if none has started."""
        if self._rung is None:
            self.python()
        assert self._rung is not None
        return self._rung

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all boxes."""
        for thread in self._starting:
            thread.join()
        with self._lock:
            boxes, self._boxes = self._boxes, {}
        for box in boxes.values():
            box.close()
        if "workdir" in self.__dict__:
            shutil.rmtree(self.workdir, ignore_errors=True)

    def warm_up(self, language: Language | None = None) -> None:
        """Begin to start what a language needs, or any language, in the background.

        Faults show on first use.
        """
        starts = {
            None: (self.checks,),
            "python": (self.python,),
            "cpp": (self.compilers, self.programs),
        }
        for start in starts[language]:
            thread = threading.Thread(target=_quietly, args=(start,), daemon=True)
            self._starting.append(thread)
            thread.start()

    def python(self) -> Box:
        """The box in which Python submissions run."""
        return self._get("python", BoxSpec(preload=(f"{DRIVER}:warm",)))

    def checks(self) -> Box:
        """The box in which submissions are parsed and linted."""
        preload = (CHECKS, HEAT if self._heat else LINTER)
        return self._get("checks", BoxSpec(preload=preload, programs=True))

    def compilers(self) -> Box:
        """The box in which programs are built: it may write below `workdir`."""
        spec = BoxSpec(programs=True, workdir=self.workdir, writable=True)
        return self._get("compilers", spec)

    def programs(self) -> Box:
        """The box in which built programs run: it may read `workdir` only."""
        return self._get("programs", BoxSpec(programs=True, workdir=self.workdir))

    @functools.cached_property
    def workdir(self) -> Path:
        """A folder that the two boxes for programs share; removed at the end."""
        return Path(tempfile.mkdtemp(prefix="grader-"))

    def keep(self, name: str, make: Callable[[], Kept]) -> Kept:
        """What `make` gave when `name` was first asked for; kept as long as the engine."""
        with self._lock:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            if name not in self._kept:
                self._kept[name] = make()
            return cast(Kept, self._kept[name])

    def _get(self, name: str, spec: BoxSpec) -> Box:
        with self._lock:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            if name not in self._boxes:
                self._boxes[name] = self._start(spec)
            return self._boxes[name]

    def _start(self, spec: BoxSpec) -> Box:
        failures = []
        for rung in (self._rung,) if self._rung else self._wanted:
            try:
                box = Box(rung, spec)
            except BoxError as error:
                failures.append(str(error))
                continue
            self._rung = rung
            return box
        raise BoxError("; ".join(failures))


def _quietly(start: Callable[[], Box]) -> None:
    with contextlib.suppress(BoxError):
        start()
