"""The clock of a call stands still while the machine does not let the process run."""

from __future__ import annotations

import pytest

from grader.sandbox.running import Meter, Rest


def test_a_sleeper_has_used_all_its_time() -> None:
    assert Meter(2).left(2.0, cpu=0.0, delay=0.0) <= 0


def test_waiting_for_a_processor_is_not_use() -> None:
    meter = Meter(2)
    assert meter.left(2.0, cpu=0.2, delay=1.5) == 1.5
    assert meter.left(3.5, cpu=0.4, delay=2.8) == pytest.approx(1.3)


def test_a_spinner_uses_its_time_however_many_threads_wait() -> None:
    meter = Meter(2)
    assert meter.left(2.0, cpu=4.0, delay=12.0) == 2
    assert meter.left(3.0, cpu=6.0, delay=18.0) == 0


def test_a_process_in_which_nothing_moves_rests() -> None:
    rest = Rest(10.0, 0.25)
    assert rest.due == 10.25
    assert not rest.lasts(10.25, cpu=0.04, delay=0.01)
    assert rest.lasts(10.5, cpu=0.04, delay=0.01)


@pytest.mark.parametrize(("cpu", "delay"), [(0.1, 0.01), (0.04, 0.2)])
def test_what_computes_or_waits_for_its_turn_does_not_rest(cpu: float, delay: float) -> None:
    rest = Rest(0.0, 0.25)
    assert not rest.lasts(0.25, cpu=0.04, delay=0.01)
    assert not rest.lasts(0.5, cpu=cpu, delay=delay)
    assert rest.lasts(0.75, cpu=cpu, delay=delay)
