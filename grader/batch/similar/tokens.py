"""Source text as a string of token kinds, one byte a token, in time linear in its length.

Learners' bytes are hostile, so nothing is parsed and nothing backtracks: repetitions are possessive
(that of a raw string is lazy and cannot fail), and what is not closed ends with the line or file.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from grader.model import SourceFile

MAX_TOKENS = 8_000
"""Tokens of one submission that are looked at: ten times the longest honest repair."""

NAME, NUMBER, STRING, OTHER, END = 1, 2, 3, 4, 5
_FIRST_WORD = 6

_PYTHON = re.compile(
    r"""
      (?P<skip>[ \t\f\r\ufeff]++|\\\r?\n|\#[^\n]*+)
    | (?P<line>\n(?:\s++|\#[^\n]*+)*+)
    | (?P<string>[rRbBuUfF]{0,2}(?:
          \"{3}(?:[^"\\]++|\\.|"(?!""))*+(?:\"{3}|\Z)?
        | '{3}(?:[^'\\]++|\\.|'(?!''))*+(?:'{3}|\Z)?
        | "(?:[^"\\\n]++|\\.)*+"?
        | '(?:[^'\\\n]++|\\.)*+'?))
    | (?P<number>\.?\d(?:[eE][+-]|[\w.])*+)
    | (?P<word>[^\W\d]\w*+)
    | (?P<sign>\*\*=|//=|>>=|<<=|\.\.\.|->|:=|[-+*/%@&|^!=<>]=|\*\*|//|>>|<<|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CPP = re.compile(
    r"""
      (?P<skip>\s++|\\\r?\n|\ufeff|//(?:[^\n\\]++|\\.)*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?
        |\#[ \t]*+(?:include|pragma)\b(?:[^\n\\]++|\\.)*+)
    | (?P<string>(?:u8|[uUL])?(?:
          R"(?P<fence>[^()\\\s"]{0,16}+)\(.*?(?:\)(?P=fence)"|\Z)
        | "(?:[^"\\\n]++|\\.)*+"?
        | '(?:[^'\\\n]++|\\.)*+'?))
    | (?P<number>\.?\d(?:[eEpP][+-]|'\w|[\w.])*+)
    | (?P<word>[^\W\d]\w*+)
    | (?P<sign><=>|->\*|\.\.\.|<<=|>>=|\#\#|::|->|\+\+|--|&&|\|\||[-+*/%&|^!=<>]=|<<|>>|.)
    """,
    re.VERBOSE | re.DOTALL,
)

_PYTHON_WORDS = """
False None True and as assert async await break class continue def del elif else except finally for
from global if import in is lambda nonlocal not or pass raise return try while with yield
**= //= >>= <<= ... -> := -= += *= /= %= @= &= |= ^= != == <= >= ** // >> <<
- + * / % @ & | ^ ~ = < > ( ) [ ] { } , : .
""".split()
_CPP_WORDS = """
alignas alignof and asm auto bool break case catch char class co_await co_return co_yield concept
const const_cast consteval constexpr constinit continue decltype default delete do double
dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable
namespace new noexcept not nullptr operator or private protected public register
reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch
template this thread_local throw true try typedef typeid typename union unsigned using virtual void
volatile while final override
<=> ->* ... <<= >>= ## :: -> ++ -- && || -= += *= /= %= &= |= ^= != == <= >= << >>
- + * / % & | ^ ~ = < > ( ) [ ] , : . ; ? ! #
""".split()
_PYTHON_KINDS = {word: at for at, word in enumerate(_PYTHON_WORDS, start=_FIRST_WORD)}
_CPP_KINDS = {word: at for at, word in enumerate(_CPP_WORDS, start=_FIRST_WORD)}
_COMMA = _PYTHON_KINDS[","]
_CLOSERS = {_PYTHON_KINDS[sign] for sign in ")]}"}
_SCOPE = _CPP_KINDS["::"]

_SUFFIXES = {
    ".py": "python", ".pyi": "python",
    ".c": "cpp", ".cc": "cpp", ".cpp": "cpp", ".cxx": "cpp",
    ".h": "cpp", ".hh": "cpp", ".hpp": "cpp", ".hxx": "cpp", ".ipp": "cpp",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """The tokens of a submission. `kinds` has one byte a token, with `END` after each file.

    `starts` and `ends` are the offsets of each token in the text of its file, which is
    `files[k]` for the tokens before the k-th `END`.
    """

    kinds: bytes = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    files: tuple[SourceFile, ...]


def tokens_of(files: tuple[SourceFile, ...]) -> Tokens:
    """All tokens of the files that are source code by their name, up to `MAX_TOKENS`."""
    kinds = bytearray()
    starts, ends = array("L"), array("L")
    read = []
    for file in files:
        language = _SUFFIXES.get(PurePosixPath(file.path).suffix.lower())
        if language is None:
            continue
        scan = _python if language == "python" else _cpp
        scan(file.text, kinds, starts, ends)
        kinds.append(END)
        starts.append(0)
        ends.append(0)
        read.append(file)
        if len(kinds) >= MAX_TOKENS:
            break
    return Tokens(kinds=bytes(kinds), starts=starts, ends=ends, files=tuple(read))


def _python(text: str, kinds: bytearray, starts: array[int], ends: array[int]) -> None:
    """Append the tokens of `text`: no layout, no docstring, no comma before a closing bracket."""
    depth = 0
    is_fresh = True  # at the start of a statement, where a string is only a remark
    for found in _PYTHON.finditer(text):
        group = found.lastgroup
        if group == "skip":
            continue
        if group == "line":
            is_fresh = is_fresh or depth == 0
            continue
        if group == "string" and is_fresh:
            continue
        kind = _kind(group, found[0], _PYTHON_KINDS)
        if group == "sign":
            if found[0] == ";":
                is_fresh = True
                continue
            depth = max(0, depth + (found[0] in "([{") - (found[0] in ")]}"))
            if kind in _CLOSERS and kinds and kinds[-1] == _COMMA:
                kinds.pop(), starts.pop(), ends.pop()
        is_fresh = False
        kinds.append(kind)
        starts.append(found.start())
        ends.append(found.end())
        if len(kinds) >= MAX_TOKENS:
            return


def _cpp(text: str, kinds: bytearray, starts: array[int], ends: array[int]) -> None:
    """Append the tokens of `text`: no layout, no braces, no `std::`, no include."""
    last_word = ""
    for found in _CPP.finditer(text):
        group = found.lastgroup
        if group == "skip" or (group == "sign" and found[0] in "{}"):
            continue
        kind = _kind(group, found[0], _CPP_KINDS)
        if kind == _SCOPE and last_word == "std":
            last_word = ""
            kinds.pop(), starts.pop(), ends.pop()
            continue
        last_word = found[0] if group == "word" else ""
        kinds.append(kind)
        starts.append(found.start())
        ends.append(found.end())
        if len(kinds) >= MAX_TOKENS:
            return


def _kind(group: str | None, text: str, words: dict[str, int]) -> int:
    if group == "string":
        return STRING
    if group == "number":
        return NUMBER
    return words.get(text, NAME if group == "word" else OTHER)
