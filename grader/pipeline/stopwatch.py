"""Wall-clock seconds of each stage."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from grader.model import Stage


class Stopwatch:
    """Collects stages; they may overlap and come from several threads."""

    def __init__(self) -> None:
        self._stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time the block as a stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._stages.append(Stage(name=name, seconds=time.perf_counter() - started))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """What was timed so far, in the order in which it ended."""
        return tuple(self._stages)
