"""C++ source to tokens, as a compiler sees them: splices removed, comments and literals known.

A scan that took a comment for code would accuse the innocent, and one that took code for a
comment could be hidden from; so line splices, raw strings, digit separators, and quotes that
nobody closes are as g++ has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["identifier", "number", "string", "char", "header", "punctuator"]

_SPLICE = re.compile(r"\\[ \t\v\f]*\r?\n")
_SPACE = re.compile(r"[ \t\v\f\r\0]+|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_TOKEN = re.compile(
    r"""(?P<number>\.?\d(?:[eEpP][+-]|'?\w|\.)*)
    |(?P<identifier>(?:[^\W\d]|\$|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})(?:\w|\$|\\u[0-9a-fA-F]{4})*)
    |(?P<punctuator>%:%:|\#\#|%:|::|->|==|!=|&&|\|\||<<|>>|.)""",
    re.VERBOSE | re.DOTALL,
)
_STRING = re.compile(r'(?:u8|[uUL])?"(?:\\.|[^"\\\n])*"')
_CHAR = re.compile(r"(?:u8|[uUL])?'(?:\\.|[^'\\\n])*'")
_UNCLOSED = re.compile(r"(?:u8|[uUL])?[\"'][^\n]*")
"""It swallows the rest of its line, and with it what looks like the beginning of a comment."""
_LONE_RETURN = re.compile(r"\r(?!\n)")
"""A new line for g++."""
_RAW = re.compile(r'(?:u8|[uUL])?R"(?P<delimiter>[^()\\\s"]{0,16})\(')
_HEADER = re.compile(r'<[^>\n]+>|"[^"\n]+"')
_DIGRAPHS = {"%:": "#", "%:%:": "##"}
_TAKES_HEADER = {"include", "include_next", "import", "embed"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """One preprocessing token. Line and column count from 1, in characters of the source.

    `first` marks the first token of a logical line, where a directive may begin.
    """

    kind: Kind
    text: str
    line: int
    column: int
    first: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Directive:
    """A preprocessor directive: its name (empty for `# 1 "file"`), and the tokens after it."""

    name: str
    tokens: tuple[Token, ...]
    line: int


def tokenize(source: str) -> tuple[Token, ...]:
    """All tokens of a file; comments and white space are dropped. Never raises."""
    return tuple(_Lexer(source).tokens())


def directives(tokens: tuple[Token, ...]) -> Iterator[Directive]:
    """The preprocessor directives of a file, whether or not their branch is taken."""
    index = 0
    while index < len(tokens):
        end = index + 1
        while end < len(tokens) and not tokens[end].first:
            end += 1
        if tokens[index].text == "#":
            line = tokens[index:end]
            named = len(line) > 1 and line[1].kind == "identifier"
            yield Directive(
                name=line[1].text if named else "",
                tokens=line[2:] if named else line[1:],
                line=tokens[index].line,
            )
        index = end


class _Lexer:
    """Walks the spliced text; `_origin` leads back to where a character stood in the source."""

    def __init__(self, source: str) -> None:
        source = _LONE_RETURN.sub("\n", source)
        self._source = source
        self._starts = [0]  # offsets in the spliced text at which a piece begins …
        self._shifts = [0]  # … and how many characters were removed up to there
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        pieces, end, removed = [], 0, 0
        for splice in _SPLICE.finditer(source):
            pieces.append(source[end : splice.start()])
            removed += splice.end() - splice.start()
            end = splice.end()
            self._starts.append(end - removed)
            self._shifts.append(removed)
        self._text = "".join(pieces) + source[end:]

    def tokens(self) -> Iterator[Token]:
        at, first, before = 0, True, ("", "")
        while at < len(self._text):
            if self._text[at] == "\n":
                at, first, before = at + 1, True, ("", "")
                continue
            space = _SPACE.match(self._text, at)
            if space:
                at = space.end()
                continue
            kind, text, end = self._next(at, before)
            line, column = self._place(at)
            yield Token(kind=kind, text=text, line=line, column=column, first=first)
            at, first = end, False
            before = (text, "") if not before[0] else (before[0], before[1] or text)

    def _next(self, at: int, before: tuple[str, str]) -> tuple[Kind, str, int]:
        """Kind, text and end of the token at an offset."""
        text = self._text
        if before[0] == "#" and before[1] in _TAKES_HEADER:
            header = _HEADER.match(text, at)
            if header:
                return "header", header[0], header.end()
        raw = _RAW.match(text, at)
        if raw:
            end = self._raw_end(raw)
            line_end = text.find("\n", at)
            if before[0] == "#" and 0 <= line_end < end:  # a directive ends with its line
                end = line_end
            return "string", text[at:end], end
        for kind, pattern in (("string", _STRING), ("char", _CHAR)):
            match = pattern.match(text, at)
            if match:
                return ("string" if kind == "string" else "char"), match[0], match.end()
        unclosed = _UNCLOSED.match(text, at)
        if unclosed:
            return "punctuator", unclosed[0], unclosed.end()
        match = _TOKEN.match(text, at)
        assert match is not None  # the last alternative takes any character
        if match["number"] is not None:
            return "number", match[0], match.end()
        if match["identifier"] is not None:
            return "identifier", match[0], match.end()
        return "punctuator", _DIGRAPHS.get(match[0], match[0]), match.end()

    def _raw_end(self, raw: re.Match[str]) -> int:
        """In a raw string splices are taken back, so its end is looked for in the source."""
        closing = f'){raw["delimiter"]}"'
        found = self._source.find(closing, self._origin(raw.end() - 1) + 1)
        if found < 0:
            return len(self._text)
        target = found + len(closing)
        low, high = raw.end(), len(self._text)
        while low < high:  # the first spliced offset at or after the target
            middle = (low + high) // 2
            if self._origin(middle) < target:
                low = middle + 1
            else:
                high = middle
        return low

    def _origin(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def _place(self, offset: int) -> tuple[int, int]:
        origin = self._origin(offset)
        line = bisect_right(self._lines, origin)
        return line, origin - self._lines[line - 1] + 1
