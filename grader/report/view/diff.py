"""What the learner changed in the starter, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from grader.model import SourceFile
from grader.report.view import bounds
from grader.report.view.numbers import counted
from grader.report.view.pieces import Code, Diff, DiffLine, Some, Token
from grader.report.view.safe import line
from grader.report.view.shelf import Sheet, Shelf, shelve

_CONTEXT = 3
_Opcode = tuple[str, int, int, int, int]


def diffs(starter: Sequence[SourceFile], shelf: Shelf) -> Some[Diff]:
    """One diff a file: the starter's first, then what only the submission has.

    Lines that are gone have no colours, for nobody asked for those of the starter.
    """
    before = shelve(starter).sheets
    paths = list(dict.fromkeys([*before, *shelf.sheets]))
    items = tuple(_diff(path, before, shelf.sheets) for path in paths)
    return Some(items=items)


def _diff(path: str, before: Mapping[str, Sheet], after: Mapping[str, Sheet]) -> Diff:
    """The diff of one file that at least one side has."""
    old, new = before.get(path), after.get(path)
    name = line(path)
    if new is None:
        gone = "This file of the starter was not handed in."
        return _said(name, gone, "not handed in")
    if old is not None and old.raw == new.raw:
        return _said(name, "Nothing changed: this is the starter as it was.", "no changes")
    empty = replace(new, raw=(), lines=())
    lines = list(_lines(old or empty, new))
    added = sum(item.kind == "added" for item in lines)
    removed = sum(item.kind == "removed" for item in lines)
    summary = f"{counted(added, 'line')} added, {removed:,} removed"
    return Diff(
        path=name,
        added=added,
        removed=removed,
        summary=summary if old else f"new file, {summary}",
        lines=_bounded(lines),
        note="" if lines else "The lines that are listed are the same.",
    )


def _said(path: str, note: str, summary: str) -> Diff:
    """A diff that is one sentence."""
    return Diff(path=path, added=0, removed=0, summary=summary, lines=(), note=note)


def _bounded(lines: Sequence[DiffLine]) -> tuple[DiffLine, ...]:
    """As many lines as are shown, and the rest in words."""
    rest = len(lines) - bounds.DIFF_LINES
    if rest <= 0:
        return tuple(lines)
    return (*lines[: bounds.DIFF_LINES], _skip(f"[cut: {counted(rest, 'further line')}]"))


def _skip(words: str) -> DiffLine:
    """A line that stands for others."""
    return DiffLine(kind="skip", old="", new="", sign="", code=(Token("", words),))


def _lines(old: Sheet, new: Sheet) -> Iterator[DiffLine]:
    """Changed lines with their context; only lines that can be listed are compared.

    The matcher's worst case grows with the product of both lengths; the starter is short
    and trusted, and the listing is bounded, so the learner cannot make it slow.
    """
    matcher = SequenceMatcher(
        None, old.raw[: len(old.lines)], new.raw[: len(new.lines)], autojunk=True
    )
    end = 0
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        first = group[0][1]
        if first > end:
            yield _skip(f"{counted(first - end, 'line')} the same")
        for opcode in group:
            yield from _change(opcode, old.lines, new.lines)
        end = group[-1][2]
    if end and end < len(old.lines):
        yield _skip(f"{counted(len(old.lines) - end, 'line')} the same")


def _change(opcode: _Opcode, old: Sequence[Code], new: Sequence[Code]) -> Iterator[DiffLine]:
    """The lines of one opcode: those removed before those added."""
    tag, old_from, old_to, new_from, new_to = opcode
    if tag == "equal":
        for at in range(old_to - old_from):
            yield DiffLine(
                kind="same",
                old=str(old_from + at + 1),
                new=str(new_from + at + 1),
                sign="",
                code=new[new_from + at],
            )
        return
    for at in range(old_from, old_to):
        yield DiffLine(kind="removed", old=str(at + 1), new="", sign="-", code=old[at])
    for at in range(new_from, new_to):
        yield DiffLine(kind="added", old="", new=str(at + 1), sign="+", code=new[at])
