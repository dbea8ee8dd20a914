"""Load that is really there, and an order that changes nothing but itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from grader.verify import VariantRun
from grader.verify.proof import variants
from grader.verify.remembered import Unit
from grader.verify.stress import Shuffled, busy_cores
from tests.verify import tiny
from tests.verify.output.made import run_of


class Seen:
    """Notes the order in which units come."""

    def __init__(self) -> None:
        self.order: list[tuple[str, int]] = []

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        for _, _, variant, seed in work:
            self.order.append((variant.name, seed))
            yield run_of(variant, seed)


def test_results_come_as_asked_though_graded_in_another_order(tmp_path: Path) -> None:
    exercise, rubric = tiny.read(tiny.write(tmp_path))
    work = [(exercise, rubric, each, seed) for seed in range(1, 5) for each in variants(exercise)]
    wanted = [(variant.name, seed) for _, _, variant, seed in work]
    orders = []
    for seed in (1, 1, 2):
        seen = Seen()
        runs = list(Shuffled(seen, seed).run(work))
        assert [(run.variant.name, run.seed) for run in runs] == wanted
        assert sorted(seen.order) == sorted(wanted)
        orders.append(seen.order)
    assert orders[0] == orders[1]
    assert wanted != orders[0] != orders[2]


def test_cores_are_busy_for_as_long_as_the_block_lasts() -> None:
    with busy_cores(2) as pids:
        states = [
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for pid in pids
        ]
    assert states == ["R", "R"]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
