"""Evidence made readable: what was tried, what was seen, where, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from grader.model import Exhibit, Outcome, Step, TraceLine
from grader.report.view import bounds
from grader.report.view.extent import lines_of
from grader.report.view.numbers import counted
from grader.report.view.pieces import (
    Evidence,
    Frame,
    Lanes,
    LaneStep,
    Output,
    Place,
    Some,
    Tone,
)
from grader.report.view.safe import block, line, message
from grader.report.view.shelf import Shelf

_SOURCES = {
    "test": "Hidden test",
    "check": "Static check",
    "build": "Build",
    "sanitizer": "Sanitizer",
}
_OUTPUTS = {
    "test": "What the program printed",
    "check": "Details of the check",
    "build": "What the compiler said",
    "sanitizer": "What the sanitizer reported",
}
_OUTCOMES: dict[Outcome, tuple[str, Tone]] = {
    "passed": ("works", "good"),
    "failed": ("went wrong", "lost"),
    "error": ("could not be run", "fault"),
    "skipped": ("was not run", "idle"),
}
_LONG_OUTPUT = 14  # lines; what is longer starts folded


def evidence(exhibit: Exhibit, shelf: Shelf, *, unfolds: bool) -> Evidence:
    """One exhibit, every text bounded, every place linked; `unfolds` its interleaving."""
    label, tone = _OUTCOMES[exhibit.outcome]
    subject = line(exhibit.subject)
    shows_code = exhibit.location is not None and tone != "good" and not exhibit.traceback
    return Evidence(
        source=exhibit.source,
        source_label=_SOURCES[exhibit.source],
        subject=subject,
        is_name=" " not in subject,
        outcome=exhibit.outcome,
        outcome_label=label,
        tone=tone,
        message=message(exhibit.message),
        place=shelf.place(exhibit.location) if exhibit.location else None,
        snippet=shelf.snippet(exhibit.location) if exhibit.location and shows_code else (),
        frames=_frames(exhibit.traceback, shelf),
        lanes=_lanes(exhibit.interleaving, shelf, unfolds),
        output=output(_OUTPUTS[exhibit.source], exhibit.output),
    )


def output(title: str, text: str) -> Output | None:
    """Captured text under `title`, or None when nothing but blanks was captured."""
    shown = block(text.rstrip())
    if not shown.strip():
        return None
    return Output(title=title, text=shown, is_long=len(lines_of(shown)) > _LONG_OUTPUT)


def _frames(traceback: Sequence[TraceLine], shelf: Shelf) -> Some[Frame]:
    """The innermost frames, outermost first."""
    kept = traceback[-bounds.FRAMES :]
    left_out = len(traceback) - len(kept)
    frames = tuple(
        Frame(
            place=shelf.place(item.location),
            function=line(item.function),
            code=shelf.code(item.location, item.source),
            source=line(item.source.strip(), bounds.CODE_CHARS),
        )
        for item in kept
    )
    note = f"[cut: {counted(left_out, 'outer call')} left out]" if left_out else ""
    return Some(items=frames, left_out=left_out, note=note)


def _lanes(steps: Sequence[Step], shelf: Shelf, is_open: bool) -> Lanes | None:
    """An interleaving with a lane for each thread, its middle cut when it is long."""
    if not steps:
        return None
    threads = list(dict.fromkeys(step.thread for step in steps))
    names = [_thread_name(thread) for thread in threads]
    if len(names) > bounds.LANES:
        others = len(names) - bounds.LANES + 1
        names = [*names[: bounds.LANES - 1], f"{others} other threads"]
    numbered = list(enumerate(steps))
    left_out = len(steps) - bounds.STEPS_HEAD - bounds.STEPS_TAIL
    if left_out > 0:
        numbered = numbered[: bounds.STEPS_HEAD] + numbered[-bounds.STEPS_TAIL :]
    shown = []
    expected = 0
    for at, step in numbered:
        skipped = at - expected
        expected = at + 1
        lane = min(threads.index(step.thread) + 1, bounds.LANES)
        takes_over = at > 0 and steps[at - 1].thread != step.thread
        cut = f"[cut: {counted(skipped, 'step')} left out here]" if skipped else ""
        shown.append(_step(step, at + 1, lane, takes_over, cut, shelf))
    title = f"{counted(len(threads), 'thread')}, {counted(len(steps), 'step')}, in this order"
    return Lanes(
        title=title,
        names=tuple(names),
        steps=tuple(shown),
        gap=_gap(steps, shelf),
        is_open=is_open,
    )


def _gap(steps: Sequence[Step], shelf: Shelf) -> Place | None:
    """Where a thread was first interrupted, of those that went on later."""
    last = {step.thread: at for at, step in enumerate(steps)}
    for at, (step, following) in enumerate(pairwise(steps)):
        if step.thread != following.thread and last[step.thread] > at:
            return shelf.place(step.location)
    return None


def _step(step: Step, number: int, lane: int, takes_over: bool, cut: str, shelf: Shelf) -> LaneStep:
    """One step in its lane."""
    return LaneStep(
        number=number,
        lane=lane,
        thread=line(step.thread),
        name=_thread_name(step.thread),
        takes_over=takes_over,
        place=shelf.place(step.location),
        code=shelf.code(step.location, step.source),
        source=line(step.source.strip(), bounds.CODE_CHARS),
        event=line(step.event, bounds.MESSAGE_CHARS),
        cut=cut,
    )


def _thread_name(thread: str) -> str:
    """A title for a thread; schedulers often know no more than a number."""
    return f"Thread {line(thread)}" if thread.isdecimal() else line(thread, 60)
