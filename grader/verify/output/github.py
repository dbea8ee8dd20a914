"""The proof for GitHub: annotations on the lines to mend, and a summary of the step.

Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from grader.report.view.numbers import counted
from grader.verify.output.shapes import (
    GLYPHS,
    MEANINGS,
    ExerciseView,
    Item,
    Problem,
    ProofView,
    Row,
    Section,
)

MAX_ANNOTATIONS = 10
"""GitHub shows ten of a kind for each step and drops the rest without a word."""
MAX_SUMMARY = 1 << 20
"""Bytes of a step's summary; one that is larger is dropped as a whole."""
_ROOM_FOR_NOTE = 200
_PUNCTUATION = re.compile(r"[!-&(-+./:-@\[-`{-~]|(?<!\w)-|-(?!\w)")
"""All but the comma, the apostrophe and the hyphen in a word, which nowhere mean anything."""


def pause(token: str) -> str:
    """A line after which GitHub takes no line for a command until `resume` of the same token."""
    return f"::stop-commands::{token}"


def resume(token: str) -> str:
    """The end of a pause."""
    return f"::{token}::"


def commands(view: ProofView) -> tuple[str, ...]:
    """Annotations, one for each problem and ten at most: the tenth counts what is left, if any."""
    problems = [(item, problem) for item in view.exercises for problem in item.problems]
    fitting = len(problems) if len(problems) <= MAX_ANNOTATIONS else MAX_ANNOTATIONS - 1
    lines = [_annotation(item, problem) for item, problem in problems[:fitting]]
    rest = len(problems) - fitting
    if rest:
        told = f"and {counted(rest, 'more problem')}; the step's summary and its log have them all"
        lines.append(f"::error title=grader verify::{_data(told)}")
    return tuple(lines)


def render(view: ProofView) -> bytes:
    """The summary of the step in Markdown, within the limit of GitHub."""
    return summary(view, MAX_SUMMARY)


def summary(view: ProofView, room: int) -> bytes:
    """The summary in `room` bytes: what does not fit is left out, matrices of sound ones first."""
    parts = [_figures(view), *(_broken(item) for item in view.exercises if not item.holds)]
    worst_first = sorted(view.exercises, key=lambda item: item.holds)
    parts += [_matrix(item) for item in worst_first]
    parts += [_section(item.id, section) for item in worst_first for section in item.sections]
    parts.append(_legend(view))
    blocks = [f"{part}\n\n".encode() for part in parts if part]
    if sum(map(len, blocks)) <= room:
        return b"".join(blocks)
    kept: list[bytes] = []
    left = room - _ROOM_FOR_NOTE
    for block in blocks:
        if len(block) <= left:
            kept.append(block)
            left -= len(block)
    note = f"{counted(len(blocks) - len(kept), 'part')} left out: GitHub shows 1 MiB of a step.\n"
    return b"".join([*kept, note.encode()])[: max(room, 0)]


def append_summary(view: ProofView, file: Path) -> None:
    """Add the summary to the step's file, in the room that is left there. OSError as usual."""
    with file.open("ab") as target:
        target.write(summary(view, MAX_SUMMARY - target.tell()))


def _annotation(item: ExerciseView, problem: Problem) -> str:
    properties = [f"title={_property(f'{item.id}: {problem.claim}')}"]
    if problem.line:
        properties.insert(0, f"line={problem.line}")
    if problem.file:
        properties.insert(0, f"file={_property(problem.file)}")
    told = "\n".join(problem.messages)
    return f"::error {','.join(properties)}::{_data(f'{problem.subject}: {told}')}"


def _data(text: str) -> str:
    """The message of a command, escaped as the runner undoes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _figures(view: ProofView) -> str:
    verdict = "Every claim holds" if view.holds else f"{counted(view.broken, 'claim')} broken"
    told = (
        f"{counted(len(view.exercises), 'exercise')}, {counted(view.points, 'claim')} checked, "
        f"{counted(view.gradings, 'grading')} in {view.seconds:.1f} s"
    )
    if view.cached:
        told += f" ({view.cached:,} from the cache)"
    return f"## {verdict}\n\n{told}"


def _broken(item: ExerciseView) -> str:
    return "\n".join([f"### {_text(item.id)}: what to mend", "", *map(_bullet, item.problems)])


def _bullet(problem: Problem) -> str:
    told = "<br>".join(_text(message) for message in problem.messages)
    where = f"<br>{_text(problem.place)}" if problem.file else ""
    return f"- **{_text(problem.claim)}: {_text(problem.subject)}**<br>{told}{where}"


def _matrix(item: ExerciseView) -> str:
    return "\n".join(_table(item)) if item.columns else ""


def _table(item: ExerciseView) -> Iterator[str]:
    opened = "" if item.holds else " open"
    yield f"<details{opened}><summary>{_text(item.id)}: {_text(item.title)}</summary>"
    yield ""
    for column in item.columns:
        yield f"{column.number}. {_text(column.id)} ({column.points.text})"
    yield ""
    yield "| | | " + " | ".join(str(column.number) for column in item.columns) + " | seconds |"
    yield "|---|---|" + ":-:|" * len(item.columns) + "--:|"
    for row in item.rows:
        yield _line(row, len(item.columns))
    yield ""
    yield "</details>"


def _line(row: Row, columns: int) -> str:
    marks = [_text(GLYPHS[cell.mark]) for cell in row.cells] or ["!"] * columns
    return f"| {row.kind} | {_text(row.name)} | {' | '.join(marks)} | {row.seconds:.2f} |"


def _section(exercise: str, section: Section) -> str:
    """Folded: the figures are in the headline, the entries below it."""
    lines = [
        f"<details><summary>{_text(exercise)}: {_text(section.title)}: {_text(section.told)}"
        "</summary>",
        "",
        *(f"- {_item(item)}" for item in section.items),
        "",
        "</details>",
    ]
    return "\n".join(lines)


def _item(item: Item) -> str:
    where = f"{_text(item.place)}: " if item.place else ""
    edit = f"<br>{_text(item.before)} → {_text(item.after)}" if item.before or item.after else ""
    return f"{where}{_text(item.text)}{edit}"


def _legend(view: ProofView) -> str:
    used = [mark for mark in GLYPHS if mark in view.marks]
    return "<br>".join(f"{_text(GLYPHS[mark])} {MEANINGS[mark]}" for mark in used)


def _text(text: str) -> str:
    """Text that Markdown and HTML show as it is: punctuation escaped, line ends made breaks."""
    escaped = _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", text)
    return escaped.replace("\n", "<br>")
