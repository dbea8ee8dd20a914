"""Source code coloured in, one token at a time, in time linear in its length.

General highlighters use patterns that backtrack: twenty thousand empty lines keep one busy
for seconds, and a learner chooses the text. Every quantifier here is possessive, every
token is read once, and the tokens put together are the text again.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator

from grader.model import Language

# Styles: k keyword, b built-in, d name being defined, s string, n number, c comment,
# p preprocessor or decorator, empty for all else.
_PYTHON = re.compile(
    r"""
    (?P<c>\#[^\n]*+)
  | (?P<s>(?:\b[rRbBuUfF]{1,2}+)?
        (?:\"{3}(?:[^"\\]++|\\.|"(?!""))*+(?:\"{3})?
         | '{3}(?:[^'\\]++|\\.|'(?!''))*+(?:'{3})?
         | "(?:[^"\\\n]++|\\.)*+"?
         | '(?:[^'\\\n]++|\\.)*+'?))
  | (?P<p>(?<![^\n])[ \t]*+@[\w.]++)
  | (?P<n>\b\d(?:[\w.]|(?<=[eE])[+-](?=\d))*+)
  | (?P<name>[^\W\d]\w*+)
  | (?P<other>\n++|[^\S\n]++|[^\w\s"'\#@]++|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CPP = re.compile(
    r"""
    (?P<c>//(?:[^\n\\]++|\\.)*+ | /\*(?:[^*]++|\*(?!/))*+(?:\*/)?)
  | (?P<s>\b(?:u8|[uUL])?R"(?P<mark>[^\s()\\]{0,16}+)\((?:[^)]++|\)(?!(?P=mark)"))*+
        (?:\)(?P=mark)")?
      | (?:\b(?:u8|[uUL]))?(?:"(?:[^"\\\n]++|\\.)*+"? | '(?:[^'\\\n]++|\\.)*+'?))
  | (?P<p>(?<![^\n])[ \t]*+\#[ \t]*+(?:include[ \t]*+(?:<[^>\n]*+>?|"[^"\n]*+"?)|\w*+))
  | (?P<n>\b\d(?:[\w.]|'(?=\w)|(?<=[eEpP])[+-](?=\d))*+)
  | (?P<name>[^\W\d]\w*+)
  | (?P<other>\n++|[^\S\n]++|[^\w\s"'\#/]++|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PYTHON_KEYWORDS = frozenset([*keyword.kwlist, "match", "case"])
_PYTHON_BUILTINS = frozenset([*dir(builtins), "self", "cls"])
# Keywords of C++20, https://en.cppreference.com/w/cpp/keyword, and the common names of std.
_CPP_KEYWORDS = """
alignas alignof and asm auto bool break case catch char char8_t char16_t char32_t class co_await
co_return co_yield concept const consteval constexpr constinit const_cast continue decltype
default delete do double dynamic_cast else enum explicit export extern false final float for
friend goto if inline int long mutable namespace new noexcept not nullptr operator or override
private protected public register reinterpret_cast requires return short signed sizeof static
static_assert static_cast struct switch template this thread_local throw true try typedef typeid
typename union unsigned using virtual void volatile wchar_t while
"""
_CPP_BUILTINS = """
array atomic cerr condition_variable cout endl forward function future jthread lock_guard
make_shared make_unique map move mutex optional pair promise scoped_lock set shared_ptr size_t
std string string_view thread tuple unique_lock unique_ptr unordered_map vector weak_ptr
"""
_WORDS = {
    "python": (_PYTHON, _PYTHON_KEYWORDS, _PYTHON_BUILTINS, frozenset({"def", "class"})),
    "cpp": (
        _CPP,
        frozenset(_CPP_KEYWORDS.split()),
        frozenset(_CPP_BUILTINS.split()),
        frozenset({"class", "struct", "concept"}),
    ),
}


def tokens(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Pairs of style and text, in order; the texts joined are `text`."""
    pattern, keywords, known, defining = _WORDS[language]
    before = ""
    for match in pattern.finditer(text):
        kind, word = match.lastgroup or "", match.group()
        if kind == "other":
            yield "", word
            continue
        if kind == "name":
            kind = "d" if before in defining else ""
            if word in keywords:
                kind = "k"
            elif word in known and not kind:
                kind = "b"
        before = word
        if kind == "p":  # its indentation is matched with it, to know that a line starts here
            bare = word.lstrip(" \t")
            yield "", word[: len(word) - len(bare)]
            word = bare
        yield kind, word


def token_lines(text: str, language: Language) -> list[list[tuple[str, str]]]:
    """The tokens of each line of `text`; a line ends at a line feed, which is left off."""
    lines: list[list[tuple[str, str]]] = [[]]
    for style, token in tokens(text, language):
        first, *others = token.split("\n")
        lines[-1].append((style, first))
        lines.extend([(style, item)] for item in others)
    return lines
