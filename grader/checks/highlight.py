"""Source coloured in by Pygments, inside the box, for the report.

Its patterns backtrack: twenty thousand empty lines keep one busy for ten seconds, and a learner
chooses the text. So nothing outside the box imports this, and who asks has a time limit.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Any

from pygments.lexer import RegexLexer
from pygments.lexers.c_cpp import CppLexer
from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, Token

from grader.model import Language

_HUES = {
    Token: "",
    Keyword: "k",
    Operator.Word: "k",
    Name.Builtin: "b",
    Name.Exception: "b",
    Name.Class: "d",
    Name.Function: "d",
    String: "s",
    Number: "n",
    Comment: "c",
    Comment.Preproc: "p",
    Comment.PreprocFile: "p",
    Name.Decorator: "p",
    Operator: "o",
}
_PLAIN = " "

Highlighted = list[list[list[str | int]]]
"""Lines of pairs of a hue and a number of characters."""


def highlight(language: Language, text: str) -> Highlighted:
    """The lines of `text`, which line feeds part, in hues of `grader.model.HUES`.

    Takes as long as Pygments takes.
    """
    paint = bytearray(_PLAIN.encode() * (len(text) + 1))
    # A lexer may pass text over or give it twice, but it says where each token starts. Lexers
    # rely on a line feed at the end.
    for start, kind, token in lexer(language).get_tokens_unprocessed(text + "\n"):
        hue = _hue(kind)
        if hue:
            paint[start : start + len(token)] = hue.encode() * len(token)
    painted = paint.decode()
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append(_runs(painted[start : start + len(line)]))
        start += len(line) + 1
    return lines


@cache
def lexer(language: Language) -> RegexLexer:
    """The lexer of a language; its patterns are compiled once a process, in 20 ms."""
    return PythonLexer() if language == "python" else CppLexer()


@cache
def _hue(kind: Any) -> str:
    """The hue of a type of token, or of the nearest type that it is a kind of."""
    return _HUES[kind] if kind in _HUES else _hue(kind.parent)


def _runs(painted: str) -> list[list[str | int]]:
    return [[hue.strip(), len(list(run))] for hue, run in groupby(painted)]
