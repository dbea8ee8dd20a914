"""What a batch tells while it runs: counts, rate, time left; a bar on a terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from grader.batch.handed import Attempt, Student
from grader.batch.runner import Event, State
from grader.cli.progress import LiveProgress, PlainProgress, span


class Clock:
    """Time that passes when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def event(state: State, message: str = "") -> Event:
    attempt = Attempt(student=Student(id="a\x1b[2Jb"), exercise="tiny", path=Path("x"))
    return Event(attempt=attempt, state=state, message=message)


def test_plain_lines_come_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = PlainProgress(clock)
    progress.begin(100)
    for _ in range(20):
        progress.done(event("kept"))
    for _ in range(10):
        clock.now += 2
        progress.done(event("graded"))
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["28 of 100: 8 graded, 20 as before; 30 a minute, about 2 min 24 s left"]


def test_a_fault_is_told_at_once_and_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    progress = PlainProgress(Clock())
    progress.begin(2)
    progress.done(event("fault", "the worker\x1b[31m died"))
    told = capsys.readouterr().out
    assert "died" in told
    assert "\x1b" not in told


def test_a_terminal_sees_a_bar_that_moves() -> None:
    screen = io.StringIO()
    clock = Clock()
    progress = LiveProgress(Console(file=screen, force_terminal=True, width=100), clock)
    progress.begin(4)
    clock.now = 60
    for state in ("graded", "rejected", "incomplete", "fault"):
        progress.done(event(state, "no [bold]disk[/bold]" if state == "fault" else ""))
    progress.end()
    told = screen.getvalue()
    assert "4/4" in told
    assert "1 graded, 1 refused, 1 incomplete, 1 failed · 4/min · 0 s left" in told
    assert "[bold]disk[/bold]" in told


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59.4, "59 s"), (60, "1 min 00 s"), (3_599.9, "1 h 00 min")],
)
def test_spans(seconds: float, text: str) -> None:
    assert span(seconds) == text
