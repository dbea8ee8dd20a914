"""A machine under load, and work in another order: verdicts must not care."""

from __future__ import annotations

import hashlib
import os
import random
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context

from grader.verify.remembered import Grades, Unit
from grader.verify.runs import VariantRun

ROUND_BYTES = 1 << 20


class Shuffled:
    """Grades units in an order that `seed` chooses; results in the order that was asked for."""

    def __init__(self, grades: Grades, seed: int) -> None:
        self._grades = grades
        self._seed = seed

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        """Grade (exercise, rubric, variant, seed) units; results in their order."""
        units = list(work)
        order = list(range(len(units)))
        random.Random(self._seed).shuffle(order)
        runs = zip(order, self._grades.run([units[at] for at in order]), strict=True)
        done: dict[int, VariantRun] = {}
        for wanted in range(len(units)):
            while wanted not in done:
                at, run = next(runs)
                done[at] = run
            yield done.pop(wanted)


@contextmanager
def busy_cores(count: int) -> Iterator[tuple[int, ...]]:
    """Keep `count` cores busy with processes of ours; their ids, once all of them really work.

    They end with this block, and by themselves when this process is gone.
    """
    context = get_context("fork")
    ready, started = os.pipe()
    processes = []
    try:
        try:
            for _ in range(count):
                process = context.Process(target=_work, args=(os.getpid(), started), daemon=True)
                process.start()
                processes.append(process)
        finally:
            os.close(started)
        working = b""
        while len(working) < count and (told := os.read(ready, count)):
            working += told
        yield tuple(process.pid for process in processes if process.pid)
    finally:
        os.close(ready)
        for process in processes:
            process.kill()
        for process in processes:
            process.join()


def _work(parent: int, started: int) -> None:
    """Keep one core and its memory busy until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    block = bytearray(ROUND_BYTES)
    told = False
    while os.getppid() == parent:
        block[:32] = hashlib.sha256(block).digest()
        if not told:
            os.write(started, b".")
            told = True
