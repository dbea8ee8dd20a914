"""Signs in C++ source that a submission wants to switch off, leave or reach around its grading.

Read from tokens, so that comments and texts are never accused, and macros and dead branches
are seen; names that only exist after expansion are read from the tree. A finding here changes
no points: it asks a person to look.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from clang.cindex import CursorKind

from grader.checks.cpp.pasting import pasted_names
from grader.checks.cpp.tokens import Directive, Token, directives, tokenize
from grader.checks.cpp.unit import CppFile, Unit, path_of
from grader.checks.limits import BLINDING
from grader.checks.protocol import Place
from grader.checks.results import Plain, sign

_HOOK = re.compile(r"__(asan|tsan|lsan|ubsan|msan|hwasan|sanitizer|interceptor|gcov)_|__sanitizer")
_SILENT = re.compile(r"_*no_?sanitize|_*no_address_safety_analysis|_*disable_sanitizer_instrument")
_ASSEMBLER = {"asm", "__asm", "__asm__"}
_IDLE = {"", "nop", "pause", "yield", "rep; nop", "rep nop"}
_REST: tuple[list[str], ...] = ([], ['"memory"'])
"""Assembler that only waits, or keeps the compiler from moving code: it touches nothing."""
_UNWATCHED = re.compile(
    r"_mm\d*_\w*(?:stream|store|scatter|maskmove)|__builtin_ia32_\w*(?:movnt|store|scatter|maskmov)"
)
_OPTIMIZE = {"optimize", "__optimize__"}
_BY_NAME = {*_ASSEMBLER, *_OPTIMIZE, "syscall"}
_LEVEL = re.compile(r"""\d|"-?(?:O\w*|f?(?:no-)?(?:unroll|inline|tree|omit)[\w-]*)"|[,()]""")
"""Optimisation that leaves alone what counts as a mistake, unlike `wrapv`."""
_TELLING_CALLS = re.compile(r"(?:SYS|__NR)_(?:gettid|getpid|getcpu|sched_yield|futex)")
"""System calls that write nothing to memory, or are what locks are made of."""
_ATTRIBUTE = {"__attribute__", "__attribute", "__declspec"}
_RISKY_ATTRIBUTES = {
    "constructor", "destructor", "init_priority", "alias", "ifunc", "weak", "weakref", "section",
    "naked", "no_instrument_function", "optimize",
}  # fmt: skip
_REACHES = {
    "_exit", "_Exit", "quick_exit", "longjmp", "siglongjmp", "dlopen", "dlsym", "execv",
    "execve", "execvp", "execl", "execlp", "system", "popen", "ptrace", "mprotect",
    "prctl", "setrlimit", "__builtin_longjmp",
}  # fmt: skip
_PRAGMAS = {"redefine_extname", "weak", "push_macro", "pop_macro", "comment", "init_seg"}
_HARMLESS_COMPILER_PRAGMAS = {"unroll", "ivdep", "loop", "visibility"}
_KEYWORDS = frozenset(
    "alignas alignof auto bool break case catch char class concept const consteval constexpr "
    "constinit const_cast continue co_await co_return co_yield decltype default delete do double "
    "dynamic_cast else enum explicit export extern false float for friend goto if inline int long "
    "mutable namespace new noexcept nullptr operator private protected public register "
    "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct "
    "switch template this thread_local throw true try typedef typeid typename union unsigned "
    "using virtual void volatile wchar_t while override final main std".split()
)


def tampering(unit: Unit) -> list[Plain]:
    """All signs in all files, each once: those that blind a sanitizer, then the others."""
    names = frozenset(file.path for file in unit.files)
    found = [item for file in unit.files for item in _scan(file, names)]
    seen = {(item["file"], item["line"]) for item in found if item["kind"] == "sanitizer-hook"}
    found += [item for item in _declared_hooks(unit) if (item["file"], item["line"]) not in seen]
    unique = {tuple(item.values()): item for item in found}
    # what is beyond the limit is cut off, and these must not be
    return sorted(
        unique.values(),
        key=lambda item: (item["kind"] not in BLINDING, item["file"], item["line"], item["kind"]),
    )


def _scan(file: CppFile, names: frozenset[str]) -> Iterator[Plain]:
    """The signs in `file`; `names` are those of all files of the submission."""
    for directive in directives(file.tokens):
        if _includes_own(directive, file.path, names):
            continue
        for kind, message in _directive(directive):
            yield sign(kind, message, Place(file=file.path, line=directive.line))
    for index, token in enumerate(file.tokens):
        for kind, message in _token(file.tokens, index):
            yield sign(kind, message, Place(file=file.path, line=token.line))
    for token, name in pasted_names(file.tokens):
        if _HOOK.match(name) or _SILENT.match(name) or name in _BY_NAME:
            message = f"the macro `{token.text}` builds the name `{name}`"
            yield sign("sanitizer-hook", message, Place(file=file.path, line=token.line))


def _includes_own(directive: Directive, place: str, names: frozenset[str]) -> bool:
    """Whether it is an `#include` of a file of the submission, seen from the file at `place`."""
    if directive.name != "include" or not directive.tokens:
        return False
    quoted = directive.tokens[0].text
    path = posixpath.normpath(posixpath.join(posixpath.dirname(place), quoted[1:-1]))
    return quoted.startswith('"') and path in names


def _directive(directive: Directive) -> Iterator[tuple[str, str]]:
    tokens = directive.tokens
    name, first = directive.name, tokens[0].text if tokens else ""
    if name in ("include", "include_next", "import", "embed"):
        yield from _inclusion(name, tokens)
    elif name == "pragma":
        yield from _pragma([token.text for token in tokens])
    elif name == "define":
        if first in _KEYWORDS:
            yield "redefined-keyword", f"`#define {first}` changes what the word means"
        yield from _optimisation([token.text for token in tokens])
        if _TELLING_CALLS.fullmatch(first):
            yield "sanitizer-hook", f"`#define {first}` gives a system call another name"
    elif name == "line" or (not name and first[:1].isdigit()):
        yield "line-directive", "a line directive makes the compiler report other places"


def _inclusion(name: str, tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    if name == "embed":
        yield "reaches-out", "`#embed` reads a file into the program"
    elif name == "include_next":
        yield "reaches-out", "`#include_next` looks for a file of the same name elsewhere"
    if not tokens or tokens[0].kind != "header":
        yield "reaches-out", f"`#{name}` of a computed name"
        return
    path = tokens[0].text[1:-1]
    if path.startswith(("/", "~")) or ".." in path.split("/"):
        yield "reaches-out", f"`#{name}` of {path}, outside of the submission"
    elif path.startswith(("grader/", "sanitizer/")):
        yield "reaches-out", f"`#{name}` of {path}, which no repair needs"


def _pragma(words: list[str]) -> Iterator[tuple[str, str]]:
    if not words:
        return
    is_compilers = words[0] in ("GCC", "clang") and words[1:2]
    if is_compilers and words[1] not in _HARMLESS_COMPILER_PRAGMAS:
        yield "pragma", f"`#pragma {words[0]} {words[1]}` tells the compiler what to report or do"
        yield from _optimisation(words if words[0] == "GCC" else ())
    elif words[0] in _PRAGMAS:
        yield "pragma", f"`#pragma {words[0]}` changes names behind the code"


def _optimisation(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for index, word in enumerate(words):
        if word not in _OPTIMIZE:
            continue
        arguments = list(takewhile(lambda text: text != ")", words[index + 1 :]))
        if not arguments or not all(_LEVEL.fullmatch(text) for text in arguments):
            yield "sanitizer-hook", f"`{word}` may change what sanitizers take for a mistake"


def _token(tokens: tuple[Token, ...], index: int) -> Iterator[tuple[str, str]]:
    token = tokens[index]
    if token.kind != "identifier":
        return
    text = token.text
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if _HOOK.match(text):
        yield "sanitizer-hook", f"`{text}` is a name through which sanitizers are silenced"
    elif _SILENT.match(text):
        yield "sanitizer-hook", f"`{text}` hides code from the sanitizers"
    elif text in _ASSEMBLER:
        if not _only_waits(tokens, index):
            yield "assembler", f"`{text}` puts in code that is not C++"
    elif text == "syscall" and not _is_harmless_call(tokens, index):
        yield "sanitizer-hook", "`syscall` lets the system write to memory past the sanitizers"
    elif _UNWATCHED.match(text):
        yield "reaches-out", f"`{text}` writes to memory past the sanitizers"
    elif text == "grader" and _names_a_namespace(tokens, index):
        yield "reaches-out", "`grader` is the namespace of the grader itself"
    elif text == "_Pragma" and following == "(":
        inner = tokens[index + 2] if index + 2 < len(tokens) else token
        yield from _pragma([item.text for item in tokenize(inner.text.strip('LuU8"'))])
    elif text in _ATTRIBUTE or (text == "gnu" and following in ("::", ":")):
        yield from _attribute(tokens, index)
    elif following == "(" and text in _REACHES and _is_call(tokens, index):
        yield "reaches-out", f"`{text}` leaves the program or reaches around it"
    elif following == "(" and text == "main" and not _is_member(tokens, index):
        yield "own-main", "`main` belongs to the program around the submission"


def _only_waits(tokens: tuple[Token, ...], index: int) -> bool:
    """`asm volatile("pause")` and the like, with nothing but `"memory"` after it."""
    words = [token.text for token in tokens[index + 1 : index + 12]]
    while words and words[0].strip("_") in ("volatile", "inline"):
        words.pop(0)
    end = words.index(")") if ")" in words else 0
    code, *rest = [word for word in words[1:end] if word not in (":", "::")] or [""]
    return words[:1] == ["("] and code.strip('"') in _IDLE and code != "" and rest in _REST


def _is_harmless_call(tokens: tuple[Token, ...], index: int) -> bool:
    following = [token.text for token in tokens[index + 1 : index + 3]]
    if following[:1] != ["("]:
        return _is_member(tokens, index)
    return not _is_call(tokens, index) or _TELLING_CALLS.fullmatch(following[-1]) is not None


def _names_a_namespace(tokens: tuple[Token, ...], index: int) -> bool:
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return before == "namespace" or after == "::"


def _attribute(tokens: tuple[Token, ...], index: int) -> Iterator[tuple[str, str]]:
    """Names in `__attribute__((…))`, or the one after `gnu::`."""
    depth = 0
    words: list[str] = []
    for token in tokens[index + 1 :]:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        words.append(token.text)
        name = token.text.strip("_")
        if token.kind == "identifier" and name in _RISKY_ATTRIBUTES:
            yield "attribute", f"the attribute `{name}` changes when or whether code runs"
        if depth <= 0 and token.text not in ("::", ":") and token.kind != "identifier":
            break
    yield from _optimisation(words)


def _is_call(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a name before `(` is called, and not a function or member of one's own."""
    before = tokens[index - 1] if index else None
    if before is None or _is_member(tokens, index):
        return False
    declares = before.kind == "identifier" and before.text not in ("return", "else", "do", "throw")
    return not declares and before.text not in ("*", "&", ">", "~")


def _is_member(tokens: tuple[Token, ...], index: int) -> bool:
    """`x.f(`, `x->f(`, and `Type::f(`."""
    before = tokens[index - 1] if index else None
    if before is None:
        return False
    if before.text == "::":
        return (
            index >= 2
            and tokens[index - 2].kind == "identifier"
            and tokens[index - 2].text != "std"
        )
    return before.text in (".", "->")


def _declared_hooks(unit: Unit) -> Iterator[Plain]:
    """Declarations whose names were only put together by the preprocessor."""
    for node in unit.walk(CursorKind.FUNCTION_DECL, CursorKind.VAR_DECL):
        if _HOOK.match(node.spelling):
            place = Place(file=path_of(node.cursor.location), line=node.cursor.location.line)
            message = f"`{node.spelling}` is a name through which sanitizers are silenced"
            yield sign("sanitizer-hook", message, place)
