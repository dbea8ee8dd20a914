"""What a compiler's message means for the learner, where that is known for sure.

g++ and clang++ say the same in different words; a hint is one sentence for both, that follows
the message.
"""

from __future__ import annotations

import re

from grader.languages.cpp.standard import PROVIDERS, instead_of

_Q = "['\u2018\u2019`]"
_STANDARD_NAME = re.compile(r"std::(\w+)")
_NO_FILE = re.compile(
    rf"^{_Q}?(?P<name>[\w./+-]{{1,100}}){_Q}?(?:: No such file or directory| file not found)$"
)
_NOT_STANDARD = re.compile(
    rf"{_Q}(?P<gcc>\w+){_Q} (?:is not a member of|in namespace) {_Q}std{_Q}"
    rf"|no (?:member|type|template) named {_Q}(?P<clang>\w+){_Q} in namespace {_Q}std{_Q}"
)
_NO_STD = re.compile(rf"use of undeclared identifier {_Q}std{_Q}|{_Q}std{_Q} has not been declared")
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"result type must be constructible from|matching function for call to .construct_at"
        ),
        "A container is copied here whose elements cannot be copied, such as std::unique_ptr; "
        "move it, or take a reference.",
    ),
    (
        re.compile(r"deleted function .*unique_ptr.*const|deleted constructor of .*unique_ptr"),
        "A std::unique_ptr has one owner and cannot be copied; hand it on with std::move, or take "
        "a reference.",
    ),
    (
        re.compile(r"(?:deleted function|deleted constructor of) .*std::(?:mutex|thread|atomic)"),
        "Objects of this type, and objects that have one as a member, cannot be copied.",
    ),
    (
        re.compile(r"std::thread arguments must be invocable"),
        "The function cannot be called with these arguments; what it takes by reference has to be "
        "wrapped in std::ref.",
    ),
    (
        re.compile(
            r"passing .(?:const )?std::(?:unordered_)?map<.* as .this. argument discards qualifiers"
            r"|no viable overloaded operator\[\] for type .const std::(?:unordered_)?map"
        ),
        "operator[] of a map inserts what is missing, so a const map has none; use find() or at().",
    ),
    (
        re.compile(r"as .this. argument discards qualifiers|is not marked const"),
        "Something const calls a function that is not; say const after that function's "
        "parameters if it changes nothing.",
    ),
    (
        re.compile(r"no match for .operator-. .*_List_iterator|_List_iterator<.*_List_iterator<"),
        "std::sort needs iterators that can jump, as those of std::vector; a std::list has a "
        "sort() of its own.",
    ),
    (
        re.compile(r"abstract class type"),
        "A class cannot be made while it leaves a pure virtual function undefined; look at the "
        "parameters and const of what should override it.",
    ),
)


def hint(message: str, source: str, column: int) -> str:
    """A sentence on a message at `column` (1-based) of the learner's line `source`; often empty."""
    found = _NO_FILE.search(message)
    if found is not None:
        name = found["name"]
        return f"There is no header <{name}>{instead_of(name)}".rstrip(".?") + "."
    header = _header(message, source, column)
    if header:
        return f"Write #include <{header}> at the top of your file."
    return next((told for pattern, told in _PATTERNS if pattern.search(message)), "")


def _header(message: str, source: str, column: int) -> str:
    found = _NOT_STANDARD.search(message)
    name = (found["gcc"] or found["clang"]) if found is not None else ""
    if not name and _NO_STD.search(message):
        named = _STANDARD_NAME.match(source, max(column - 1, 0))
        name = named[1] if named is not None else ""
    return PROVIDERS[name][0] if name in PROVIDERS else ""
