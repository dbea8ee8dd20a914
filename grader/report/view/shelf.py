"""The learner's files coloured in once, so that listings, excerpts and links agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.model import Highlight, Location, SourceFile
from grader.report.view import bounds
from grader.report.view.extent import lines_of, listed
from grader.report.view.numbers import counted
from grader.report.view.pieces import Code, Place, SnippetLine, Token
from grader.report.view.safe import cut_note, line, pieces

Runs = Sequence[tuple[str, int]]
"""The hues of one line, as in `Highlight`."""

_CONTEXT = 1  # lines above and below the one that an excerpt is about
_PLAIN = " "
_RUN = re.compile(r"(.)\1*+", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One file: `raw` are its lines as they were, `lines` the listed ones, coloured in."""

    path: str
    anchor: str
    raw: tuple[str, ...]
    lines: tuple[Code, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The files of a submission by path."""

    sheets: Mapping[str, Sheet]

    def place(self, where: Location) -> Place:
        """`where` in words, linked when that line is listed."""
        name = line(where.file)
        sheet = self.sheets.get(where.file)
        listed = sheet is not None and 0 < where.line <= len(sheet.lines)
        return Place(
            file=name,
            line=where.line,
            column=where.column,
            text=f"{name}:{where.line}" if where.line else name,
            href=f"#{sheet.anchor}-{where.line}" if sheet and listed else "",
        )

    def snippet(self, where: Location) -> tuple[SnippetLine, ...]:
        """The lines around `where`, or none when they are not listed."""
        sheet = self.sheets.get(where.file)
        if sheet is None or not 0 < where.line <= len(sheet.lines):
            return ()
        first = max(where.line - _CONTEXT, 1)
        last = min(where.line + _CONTEXT, len(sheet.lines))
        return tuple(
            SnippetLine(number=number, code=sheet.lines[number - 1], is_hot=number == where.line)
            for number in range(first, last + 1)
        )

    def code(self, where: Location, text: str) -> Code:
        """One line of source as a tracer reports it, coloured as it is at `where`."""
        stripped = text.strip()
        sheet = self.sheets.get(where.file)
        if sheet is not None and 0 < where.line <= len(sheet.lines):
            at = where.line - 1
            if sheet.raw[at].strip() == stripped:
                return tuple(token for token in sheet.lines[at] if token.style != "i")
        return coloured(stripped[: bounds.CODE_CHARS], (), len(stripped) - bounds.CODE_CHARS)


def shelve(files: Iterable[SourceFile], highlights: Iterable[Highlight] = ()) -> Shelf:
    """The listed files, as many as there is room for."""
    colours = {item.path: item.lines for item in highlights}
    some = tuple(files)[: bounds.FILES]
    sheets = {
        item.path: _sheet(item, f"f{at}", colours.get(item.path, ()))
        for at, item in enumerate(some, 1)
    }
    return Shelf(sheets=sheets)


def coloured(text: str, runs: Runs, rest: int) -> Code:
    """A line, or as much of it as is listed, in the hues of `runs` or in none.

    Indentation comes first, hidden characters are marked, and `rest` characters were cut off.
    """
    hues = "".join((hue or _PLAIN) * length for hue, length in runs) or _PLAIN * len(text)
    at = len(text) - len(text.lstrip(" \t"))
    code = [Token("i", text[:at])] if at else []
    for piece in pieces(text[at:]):  # marks first: no hue can split what a mark stands for
        end = at + piece.stands_for
        if piece.is_mark:
            code.append(Token("m", piece.text))
        else:
            code.extend(_tinted(text, hues, at, end))
        at = end
    if rest > 0:
        code.append(Token("m", cut_note(rest).strip()))
    return tuple(code)


def _tinted(text: str, hues: str, start: int, end: int) -> Iterator[Token]:
    """Text that can be shown as it is, a token for each run of one hue."""
    for run in _RUN.finditer(hues, start, end):
        shown = text[run.start() : run.end()]
        hue = run[0][0].strip()
        yield Token(hue or ("" if shown.isascii() else "u"), shown)


def _sheet(item: SourceFile, anchor: str, runs: Sequence[Runs]) -> Sheet:
    """A file listed as far as the bounds go, with remarks on what a reader should know.

    `runs` that do not fit the listed lines are those of another text, and not used.
    """
    raw = lines_of(item.text)
    shown = listed(raw)
    if [sum(length for _, length in line) for line in runs] != [len(text) for text in shown]:
        runs = [()] * len(shown)
    lines = tuple(
        coloured(text, line, len(whole) - len(text))
        for text, line, whole in zip(shown, runs, raw, strict=False)
    )
    return Sheet(
        path=item.path,
        anchor=anchor,
        raw=tuple(raw),
        lines=lines,
        remarks=_remarks(item, raw, lines),
    )


def _remarks(item: SourceFile, raw: Sequence[str], lines: Sequence[Code]) -> tuple[str, ...]:
    """What is unusual about a file, in sentences."""
    remarks = []
    if not raw:
        remarks.append("This file is empty.")
    if "\ufffd" in item.text:
        remarks.append("Some bytes of this file are not UTF-8; each is shown as \ufffd.")
    if any(token.style == "m" and token.text.startswith("[U+") for code in lines for token in code):
        remarks.append(
            "This file has characters that are invisible or reorder the text around them. "
            "They are shown as marks such as [U+202E RLO]."
        )
    if len(lines) < len(raw):
        rest = counted(len(raw) - len(lines), "further line")
        remarks.append(f"Cut: the file is too long to list; {rest} left out.")
    return tuple(remarks)
