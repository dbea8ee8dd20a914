"""The proof for a terminal: what is broken first, then who loses what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import indent

from grader.report.view.numbers import counted
from grader.verify.output.shapes import (
    AS_IT_SHOULD,
    GLYPHS,
    MEANINGS,
    Cell,
    ExerciseView,
    Mark,
    Problem,
    ProofView,
    Row,
    Section,
)

SHOWN_MESSAGES = 3
# ECMA-48: red, green, grey, cyan, yellow, bold.
_COLOURS = {"bad": 31, "good": 32, "soft": 90, "lost": 36, "doubt": 33, "bold": 1}
_Paint = Callable[[str, str], str]


def render(view: ProofView) -> bytes:
    """`view` as UTF-8 without colours."""
    parts = [*(matrix(item, colour=False) for item in view.exercises), summary(view, colour=False)]
    return "\n".join(parts).encode("utf-8")


def matrix(view: ExerciseView, *, colour: bool) -> str:
    """One exercise. The only escapes are our own colours, if wanted."""
    paint = _coloured if colour else _plain
    blocks = [
        [_headline(view, paint)],
        *([*_problem(item, paint)] for item in view.problems),
        [*_criteria(view, paint)],
        [*_rows(view, paint)],
        *([*_section(item, paint)] for item in view.sections),
    ]
    return "\n".join(line for block in blocks for line in block) + "\n"


def summary(view: ProofView, *, colour: bool) -> str:
    """The legend of the marks in use, and one line of figures."""
    paint = _coloured if colour else _plain
    legend = [f"{_glyph(mark, paint)} {MEANINGS[mark]}" for mark in GLYPHS if mark in view.marks]
    unread = sum(not item.readable for item in view.exercises)
    figures = ", ".join(
        [
            counted(len(view.exercises), "exercise"),
            *([f"{unread} cannot be read"] if unread else []),
            f"{counted(view.points, 'claim')} checked",
            f"{view.broken:,} broken",
        ]
    )
    told = f"{figures}; {counted(view.gradings, 'grading')} in {view.seconds:.1f} s"
    if view.cached:
        told += f", {view.cached:,} of {view.gradings:,} gradings from the cache"
    lines = [paint("good" if view.holds else "bad", told)]
    if legend:
        lines.insert(0, "   ".join(legend))
    return "\n".join(lines) + "\n"


def _plain(_style: str, text: str) -> str:
    return text


def _coloured(style: str, text: str) -> str:
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def _headline(view: ExerciseView, paint: _Paint) -> str:
    if view.holds:
        verdict = paint("good", f"✓ {counted(len(view.cases), 'claim')} hold")
    else:
        broken = sum(not case.holds for case in view.cases)
        verdict = paint("bad", f"✗ {broken} of {counted(len(view.cases), 'claim')} broken")
    title = view.title if view.title != view.id else ""
    return f"{paint('bold', view.id)}  {paint('soft', title)}  {verdict}"


def _problem(item: Problem, paint: _Paint) -> Iterator[str]:
    yield f"  {paint('bad', f'✗ {item.claim}: {item.subject}')}"
    for message in item.messages[:SHOWN_MESSAGES]:
        yield indent(message, " " * 6)
    more = len(item.messages) - SHOWN_MESSAGES
    if more > 0:
        yield f"      and {counted(more, 'message')} more of this kind"
    if item.file:
        yield paint("soft", f"      {item.place}")


def _criteria(view: ExerciseView, paint: _Paint) -> Iterator[str]:
    width = len(str(len(view.columns)))
    names = max((len(column.id) for column in view.columns), default=0)
    for column in view.columns:
        losers = counted(column.lost_by, "variant")
        yield (
            f"  {column.number:>{width}} {column.id:<{names}}  {column.points.text:>4} points, "
            f"lost by {losers if column.lost_by else paint('bad', 'nobody')}"
        )


def _rows(view: ExerciseView, paint: _Paint) -> Iterator[str]:
    if not view.rows:
        return
    width = len(str(len(view.columns)))
    names = max(len(row.name) for row in view.rows)
    head = " ".join(f"{column.number:>{width}}" for column in view.columns)
    yield f"  {'':<8} {'':<{names}}  {paint('soft', head)}"
    for row in view.rows:
        name = f"{row.kind:<8} {row.name:<{names}}"
        shown = name if row.is_sound else paint("bad", name)
        yield f"  {shown}  {_verdicts(row, width, paint)}"


def _section(section: Section, paint: _Paint) -> Iterator[str]:
    yield f"  {paint('bold', section.title)}: {section.told}"
    for item in section.items:
        yield f"    {paint('soft', item.place)}  {item.text}" if item.place else f"    {item.text}"
        if item.before or item.after:
            yield f"      {paint('bad', item.before)} → {paint('good', item.after)}"


def _verdicts(row: Row, width: int, paint: _Paint) -> str:
    if row.fault:
        return paint("bad", row.fault.split("\n")[0])
    marks = " ".join(_cell(cell, width, paint) for cell in row.cells)
    kept = ", cached" if row.cached == row.gradings else ""
    return f"{marks}  {paint('soft', f'{row.seconds:.2f} s{kept}')}"


def _cell(cell: Cell, width: int, paint: _Paint) -> str:
    return " " * (width - 1) + _glyph(cell.mark, paint)


def _glyph(mark: Mark, paint: _Paint) -> str:
    if mark in AS_IT_SHOULD:
        return paint("lost" if mark == "declared" else "soft", GLYPHS[mark])
    return paint("doubt" if mark in ("unjudged", "unsteady") else "bad", GLYPHS[mark])
