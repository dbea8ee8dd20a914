"""Decides what a reader sees of a class: order, words, tones, what comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from grader.batch.book import EntryStatus, Gradebook
from grader.batch.classpage import review
from grader.batch.classpage.analysis import STATUSES, analyse
from grader.batch.classpage.exercises import exercise_view
from grader.batch.classpage.people import pairs_view, students
from grader.batch.classpage.shapes import ClassView, Count, Task
from grader.batch.classpage.words import TONES, moment
from grader.batch.similar import Pair
from grader.report.view import safe
from grader.report.view.numbers import counted, share

_TASKS: dict[EntryStatus, tuple[str, str]] = {
    "incomplete": (
        "has no verdict because of us: run the batch again",
        "have no verdict because of us: run the batch again",
    ),
    "rejected": (
        "could not be graded as handed in: tell the learner why",
        "could not be graded as handed in: tell the learners why",
    ),
    "missing": ("was not handed in", "were not handed in"),
}


def view_of(book: Gradebook, pairs: Sequence[Pair]) -> ClassView:
    """The page of `book`, with pairs of submissions that are alike."""
    figures = analyse(book)
    numbers = {status: sum(each.counts[status] for each in figures) for status in STATUSES}
    units = sum(numbers.values())
    tasks = tuple(_tasks(book, numbers, pairs))
    open_units = units - numbers["graded"]
    return ClassView(
        name=safe.line(" ".join(book.name.split()) or "A class", 120),
        facts=tuple(_facts(book)),
        headline=f"{numbers['graded']:,}",
        of_all=f"of {counted(units, 'unit')} graded",
        verdict=_verdict(units, open_units),
        is_done=bool(units) and not open_units,
        counts=tuple(_counts(numbers, units)),
        counts_told=", ".join(f"{count:,} {status}" for status, count in numbers.items() if count),
        tasks=tasks,
        exercises=tuple(exercise_view(at, each) for at, each in enumerate(figures, 1)),
        troubles=review.troubles(book),
        integrity=review.integrity(book),
        decisions=review.decisions(book),
        slowest=review.slowest(book),
        unplaced=review.unplaced(book),
        pairs=pairs_view(book, pairs),
        students=students(book),
    )


def _facts(book: Gradebook) -> Iterator[str]:
    yield counted(len(book.students), "student")
    yield counted(len(book.assignments), "exercise")
    times = [entry.graded_at for entry in book.entries if entry.graded_at is not None]
    if times:
        first, last = moment(min(times)), moment(max(times))
        yield f"graded {first}" if first == last else f"graded from {first} to {last}"
    yield f"page made {moment(book.made)}"


def _verdict(units: int, open_units: int) -> str:
    if not units:
        return "Nobody was to be graded."
    if not open_units:
        return "Every unit has a grade."
    return f"{counted(open_units, 'unit has', 'units have')} no grade. The list below says why."


def _counts(numbers: dict[EntryStatus, int], units: int) -> Iterator[Count]:
    start = 0
    for status, count in numbers.items():
        if count:
            yield Count(
                tone=TONES[status],
                label=f"{count:,} {status}",
                start=share(Fraction(start), Fraction(units)),
                width=share(Fraction(count), Fraction(units)),
            )
            start += count


def _tasks(
    book: Gradebook, numbers: dict[EntryStatus, int], pairs: Sequence[Pair]
) -> Iterator[Task]:
    marked = sum(1 for entry in book.entries if entry.integrity)
    if marked:
        one, some = "carries signs", "carry signs"
        yield _task(
            "fault", marked, f"{one if marked == 1 else some} of tampering: look before you "
            "give grades back", "#integrity"
        )  # fmt: skip
    for status, (one, some) in _TASKS.items():
        count = numbers[status]
        if count:
            yield _task(TONES[status], count, one if count == 1 else some, f"#{status}")
    if book.unplaced:
        count = len(book.unplaced)
        text = "file belongs to nobody" if count == 1 else "files belong to nobody"
        yield Task(
            tone="part",
            count=f"{count:,}",
            text=f"{text}: say whose, or leave out",
            href="#unplaced",
        )
    if pairs:
        text = "pair of submissions is" if len(pairs) == 1 else "pairs of submissions are"
        yield Task(
            tone="info",
            count=f"{len(pairs):,}",
            text=f"{text} nearly the same: compare, and ask before you judge",
            href="#similar",
        )


def _task(tone: str, count: int, text: str, href: str) -> Task:
    noun = "unit" if count == 1 else "units"
    return Task(tone=tone, count=f"{count:,}", text=f"{noun} {text}", href=href)
