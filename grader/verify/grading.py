"""How the variants of exercises are graded: side by side, from memory, or under load."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from grader.sandbox.rungs import RungName
from grader.verify.cache import ProofCache
from grader.verify.remembered import Grades, Remembered
from grader.verify.runs import Verifier
from grader.verify.stress import Shuffled, busy_cores


@contextmanager
def graders(
    jobs: int,
    *,
    cache: ProofCache | None = None,
    stress: int | None = None,
    rung: RungName | None = None,
) -> Iterator[Grades]:
    """Something that grades with `jobs` processes.

    With a cache, what it knows is not graded again. With `stress`, all cores are kept busy
    meanwhile, the number chooses the order, and no cache is used: load must be felt.
    """
    with ExitStack() as stack:
        if stress is not None:
            stack.enter_context(busy_cores(os.cpu_count() or 1))
        verifier = stack.enter_context(Verifier(jobs, rung))
        if stress is not None:
            yield Shuffled(verifier, stress)
        elif cache is not None:
            yield Remembered(verifier, cache, rung)
            cache.prune()
        else:
            yield verifier
