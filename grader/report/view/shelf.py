"""The learner's files coloured in once, so that listings, excerpts and links agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from grader.model import Language, Location, SourceFile
from grader.report.view import bounds
from grader.report.view.numbers import counted
from grader.report.view.pieces import Code, Place, SnippetLine, Token
from grader.report.view.safe import cut_note, line, lines_of, pieces
from grader.report.view.tokens import token_lines

_CONTEXT = 1  # lines above and below the one that an excerpt is about


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
    """The files of a submission by path, and the language that they are in."""

    language: Language
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

    def code(self, text: str) -> Code:
        """One line of source that came from elsewhere, coloured in."""
        stripped = text.strip()
        if "\n" in stripped:  # not one line, so not what a tracer reports: shown as it is
            return _code([("", stripped[: bounds.CODE_CHARS])], len(stripped) - bounds.CODE_CHARS)
        return coloured([stripped], self.language)[0] if stripped else ()


def shelve(files: Iterable[SourceFile], language: Language) -> Shelf:
    """The listed files, as many as there is room for."""
    some = tuple(files)[: bounds.FILES]
    sheets = {item.path: _sheet(item, f"f{at}", language) for at, item in enumerate(some, 1)}
    return Shelf(language=language, sheets=sheets)


def coloured(raw: Sequence[str], language: Language) -> tuple[Code, ...]:
    """Each line of `raw` as tokens, cut where it is too long. No line holds a line feed."""
    if not raw:
        return ()
    text = "\n".join(item[: bounds.CODE_CHARS] for item in raw)
    return tuple(
        _code(tokens, len(item) - bounds.CODE_CHARS)
        for item, tokens in zip(raw, token_lines(text, language), strict=True)
    )


def _code(tokens: Iterable[tuple[str, str]], rest: int) -> Code:
    """Tokens with hidden characters marked, and plain neighbours joined."""
    code: list[Token] = []
    for style, text in tokens:
        if not code and text and not text.strip(" \t"):
            code.append(Token("i", text))
            continue
        for piece in pieces(text):
            kind = "m" if piece.is_mark else style
            if not kind and not piece.text.isascii():
                kind = "u"
            if code and code[-1].style == kind == "":
                code[-1] = Token("", code[-1].text + piece.text)
            else:
                code.append(Token(kind, piece.text))
    if rest > 0:
        code.append(Token("m", cut_note(rest).strip()))
    return tuple(code)


def _sheet(item: SourceFile, anchor: str, language: Language) -> Sheet:
    """A file listed as far as the bounds go, with remarks on what a reader should know."""
    raw = lines_of(item.text)
    listed = raw[: bounds.FILE_LINES]
    lengths = accumulate(min(len(text), bounds.CODE_CHARS) for text in listed)
    listed = listed[: sum(total <= bounds.FILE_CHARS for total in lengths)]
    lines = coloured(listed, language)
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
