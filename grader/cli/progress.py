"""What `grader batch` says: a live bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from grader.batch.book import Gradebook
from grader.batch.classrun import Outcome, is_open
from grader.batch.handed import Placement
from grader.batch.runner import Event
from grader.batch.terms import Course
from grader.load.names import display
from grader.report.view.numbers import counted

EVERY_SECONDS = 15.0
"""Between two plain lines."""
SHOWN = 20
"""So many of a long list; the rest are in the gradebook."""


class Figures:
    """Counts, rate and time left. What was graded before took no time, so it tells none."""

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self.total = total
        self.counts: Counter[str] = Counter()
        self._clock = clock
        self._start = clock()

    @property
    def done(self) -> int:
        """Units that are done with."""
        return sum(self.counts.values())

    @property
    def per_minute(self) -> float:
        """Units a minute, without those that were graded before."""
        minutes = (self._clock() - self._start) / 60
        return (self.done - self.counts["kept"]) / minutes if minutes > 0 else 0.0

    @property
    def left(self) -> str:
        """The time that the rest will probably take."""
        if not self.per_minute:
            return "?"
        return span(60 * (self.total - self.done) / self.per_minute)

    @property
    def text(self) -> str:
        """The counts in words, without those that are nought."""
        names = {
            "graded": "graded",
            "rejected": "refused",
            "incomplete": "incomplete",
            "fault": "failed",
            "kept": "as before",
        }
        shown = [f"{self.counts[key]:,} {name}" for key, name in names.items() if self.counts[key]]
        return ", ".join(shown) or "nothing yet"


def span(seconds: float) -> str:
    """A length of time in its two largest units."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


class PlainProgress:
    """Lines for a log."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._figures = Figures(0, clock)
        self._told = 0.0

    def understood(self, placement: Placement, course: Course, odd: Sequence[str]) -> None:
        """Who handed in what, and what could not be placed."""
        handed = {attempt.student.id for attempt in placement.attempts}
        exercises = sorted({attempt.exercise for attempt in placement.attempts})
        click.echo(placement.layout)
        click.echo(
            f"{counted(len(placement.attempts), 'submission')} of"
            f" {counted(len(handed), 'student')} for {counted(len(exercises), 'exercise')}"
            + (f" ({', '.join(exercises)})" if exercises else "")
        )
        missing = [each.label for each in placement.students if each.id not in handed]
        _list(f"{counted(len(missing), 'student')} handed in nothing", missing)
        _list(
            f"{counted(len(placement.unplaced), 'thing')} could not be placed",
            [f"{each.path}: {each.reason}" for each in placement.unplaced],
        )
        _list("The course names somebody whom nobody is called", list(odd))

    def begin(self, total: int) -> None:
        """Start counting."""
        self._figures = Figures(total, self._clock)
        self._told = self._clock()

    def done(self, event: Event) -> None:
        """Count; now and then a line."""
        self._figures.counts[event.state] += 1
        if event.message:
            self.say(f"{_who(event)}: {display(event.message, 400)}")
        if self._clock() - self._told >= EVERY_SECONDS:
            self._told = self._clock()
            self.say(self._line())

    def _line(self) -> str:
        made = self._figures
        rate = f"{made.per_minute:.0f} a minute, about {made.left} left"
        return f"{made.done:,} of {made.total:,}: {made.text}; {rate}"

    def say(self, line: str) -> None:
        """One line."""
        click.echo(line)

    def end(self) -> None:
        """Nothing to tidy."""

    def summary(
        self, outcome: Outcome, book: Gradebook, changes: Sequence[str], out: Path
    ) -> None:
        """What came of it."""
        click.echo(f"{self._figures.done:,} of {self._figures.total:,} looked at: "
                   f"{self._figures.text}")
        _list(f"{counted(len(changes), 'grade')} changed", list(changes))
        open_entries = [entry for entry in book.entries if is_open(entry)]
        _list(
            f"{counted(len(open_entries), 'unit')} for a person to look at",
            [
                f"{entry.student.label}  {entry.assignment.exercise}: {entry.note}"
                for entry in open_entries
            ],
        )
        place = display(str(out))
        if outcome.interrupted:
            click.echo("Stopped. All that was graded is kept; the same command again goes on.")
        click.echo(f"Class page  {place}/index.html")
        click.echo(f"Gradebook   grader export {place} --to csv")


class LiveProgress(PlainProgress):
    """A bar that stays in its place."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            refresh_per_second=4,
        )
        self._task: TaskID | None = None

    def begin(self, total: int) -> None:
        """Show the bar."""
        super().begin(total)
        self._task = self._bar.add_task("", total=total)
        self._bar.start()

    def done(self, event: Event) -> None:
        """Move the bar; what went wrong is a line above it."""
        self._figures.counts[event.state] += 1
        if event.message:
            self.say(f"{_who(event)}: {display(event.message, 400)}")
        assert self._task is not None
        made = self._figures
        words = f"{made.text} · {made.per_minute:.0f}/min · {made.left} left"
        self._bar.update(self._task, completed=made.done, description=words)

    def say(self, line: str) -> None:
        """A line above the bar."""
        self._bar.console.print(line, markup=False, highlight=False)

    def end(self) -> None:
        """Leave the bar as it is."""
        self._bar.stop()


def progress_for() -> PlainProgress:
    """What fits where the output goes."""
    if sys.stdout.isatty():
        return LiveProgress(Console())
    return PlainProgress()


def _who(event: Event) -> str:
    return f"{display(event.attempt.student.label, 60)}  {event.attempt.exercise}"


def _list(title: str, items: Sequence[str]) -> None:
    if not items:
        return
    click.echo(f"{title}:")
    for item in items[:SHOWN]:
        click.echo(f"  {display(item, 400)}")
    if len(items) > SHOWN:
        click.echo(f"  … and {len(items) - SHOWN:,} more")
