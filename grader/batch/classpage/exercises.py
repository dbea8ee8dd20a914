"""What is shown of each exercise: its figures, the shape of its grades, what was missed."""

from __future__ import annotations

from fractions import Fraction

from grader.batch.classpage.analysis import STATUSES, CriterionFigures, ExerciseFigures
from grader.batch.classpage.shapes import Bar, CriterionRow, ExerciseView, Histogram
from grader.batch.classpage.statistics import BIN, BINS, Summary
from grader.batch.classpage.words import NOTHING, percent
from grader.report.view import safe
from grader.report.view.numbers import counted, number

_SLOT, _BAR, _TALL, _TOP, _LEFT = 40, 32, 110, 22, 8
"""The drawing's units: a bin's room, its bar's width, the tallest bar, the room above, beside."""

# After R. L. Ebel, D. A. Frisbie, "Essentials of Educational Measurement": from 0.40 on an item
# tells strong from weak very well, below 0.20 it hardly does.
_WELL, _HARDLY = Fraction(2, 5), Fraction(1, 5)
_NEARLY = Fraction(19, 20)


def exercise_view(at: int, figures: ExerciseFigures) -> ExerciseView:
    """The view of the exercise that is number `at` in the book."""
    item, known = figures.assignment, figures.summary
    missed = [row for row in figures.criteria if row.missed]
    return ExerciseView(
        anchor=f"x{at}",
        id=safe.line(item.exercise, 64),
        title=safe.line(item.title, 120),
        language={"python": "Python", "cpp": "C++"}.get(item.language, safe.line(item.language)),
        told=_told(figures),
        counts=tuple(
            f"{figures.counts[status]:,} {status}" for status in STATUSES if figures.counts[status]
        ),
        figures=_figures(known, figures),
        histogram=_histogram(figures, known) if known else None,
        criteria=tuple(_criterion(row) for row in figures.criteria),
        graded=f"{len(figures.percents):,} of {len(figures.entries):,}",
        full=_part(figures.full, len(figures.percents)),
        most_missed=safe.line(missed[0].title, 120) if missed else "",
    )


def _told(figures: ExerciseFigures) -> str:
    if not figures.summary:
        return "Nobody has a grade yet, so there are no figures."
    return (
        f"Half of the class has {percent(figures.summary.median)} % or more; "
        f"{counted(figures.full, 'has', 'have')} full marks."
    )


def _figures(known: Summary | None, figures: ExerciseFigures) -> tuple[tuple[str, str], ...]:
    if known is None:
        return ()
    return (
        ("Mean", f"{percent(known.mean)} %"),
        ("Median", f"{percent(known.median)} %"),
        ("Quartiles", f"{percent(known.lower)} to {percent(known.upper)} %"),
        ("Range", f"{percent(known.least)} to {percent(known.most)} %"),
        ("Full marks", f"{figures.full:,} of {known.count:,}"),
        ("Worth", counted_points(figures.assignment.max_points)),
    )


def counted_points(points: Fraction) -> str:
    """`points` with their noun."""
    return f"{number(points).text} {'point' if points == 1 else 'points'}"


def _part(some: int, all_: int) -> str:
    return f"{percent(Fraction(100 * some, all_))} %" if all_ else ""


def _bin(at: int) -> str:
    return "100" if at == BINS - 1 else f"{at * BIN}{NOTHING}{at * BIN + BIN - 1}"


def _bin_told(at: int) -> str:
    if at == BINS - 1:
        return "full marks"
    return f"{at * BIN} % to below {at * BIN + BIN} %"


def _histogram(figures: ExerciseFigures, known: Summary) -> Histogram:
    most = max(figures.bins)
    lower, upper = _across(known.lower), _across(known.upper)
    return Histogram(
        title=(
            f"Grades of {counted(known.count, 'submission')}: half lie between "
            f"{percent(known.lower)} % and {percent(known.upper)} %, the median is "
            f"{percent(known.median)} %, {figures.full:,} have full marks."
        ),
        width=str(2 * _LEFT + BINS * _SLOT),
        height=str(_TOP + _TALL + 42),
        base=str(_TOP + _TALL),
        bars=tuple(_bar(at, count, most) for at, count in enumerate(figures.bins)),
        box_x=number(lower).text,
        box_width=number(max(upper - lower, Fraction(2))).text,
        median_x=number(_across(known.median)).text,
    )


def _bar(at: int, count: int, most: int) -> Bar:
    # A bar of one in three hundred can still be seen.
    height = max(Fraction(_TALL * count, most), Fraction(2)) if count else Fraction(0)
    x = _LEFT + at * _SLOT
    return Bar(
        x=str(x + (_SLOT - _BAR) // 2),
        middle=str(x + _SLOT // 2),
        top=number(_TOP + _TALL - height).text,
        width=str(_BAR),
        height=number(height).text,
        count=count,
        label=_bin(at),
        told=_bin_told(at),
        is_full=at == BINS - 1,
    )


def _across(value: Fraction) -> Fraction:
    """Where a grade lies in the drawing: full marks in the middle of their own bar."""
    if value >= 100:
        return Fraction(_LEFT + (BINS - 1) * _SLOT + _SLOT // 2)
    return _LEFT + value * _SLOT / BIN


def _criterion(row: CriterionFigures) -> CriterionRow:
    rate = row.rate
    tone, meaning = _meaning(row)
    beside = [
        f"{count:,} {words}"
        for count, words in (
            (row.partial, "in part"),
            (row.skipped, "not reached"),
            (row.open, "without verdict"),
        )
        if count
    ]
    return CriterionRow(
        id=safe.line(row.id, 64),
        title=safe.line(row.title, 160),
        points=number(row.max_points).text,
        rate=NOTHING if rate is None else f"{percent(rate * 100)} %",
        width=number((rate or Fraction(0)) * 100).text,
        counted=f"{row.missed:,} of {row.judged:,}",
        beside=", ".join(beside),
        discrimination=(NOTHING if row.discrimination is None else _signed(row.discrimination)),
        meaning=meaning,
        tone=tone,
    )


def _signed(value: Fraction) -> str:
    """`value` with two decimals and a minus that is as wide as a digit."""
    hundredths = round(value * 100)
    sign = "\N{MINUS SIGN}" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"


def _meaning(row: CriterionFigures) -> tuple[str, str]:
    """The tone and the one line that says what the figures of a criterion mean."""
    if row.rate is None:
        return "idle", "nobody was judged"
    if row.rate >= _NEARLY:
        return "part", "nearly everybody misses it: teach it again, or look at the test"
    if row.rate <= 1 - _NEARLY:
        return "idle", "nearly everybody has it"
    if row.discrimination is None:
        return "idle", "too few, or too equal, to tell strong from weak"
    if row.discrimination <= -_HARDLY:
        return "lost", "the strong miss it more than the weak: look at the test"
    if row.discrimination < _HARDLY:
        return "idle", "hardly tells strong from weak"
    if row.discrimination < _WELL:
        return "idle", "tells strong from weak"
    return "good", "tells strong from weak well"
