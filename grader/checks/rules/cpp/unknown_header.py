"""A header that does not exist stops the compiler at its first line.

Names of headers are not guessed from what they offer: `std::async` is in `<future>`, `std::mutex`
in `<mutex>`, `std::string` in `<string>`.

Looked at: `#include` of a name that neither the compiler nor the submission has.
Accepted: includes under a condition, such as `__has_include` or the name of another system.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from grader.checks.cpp.tokens import Directive, directives
from grader.checks.cpp.unit import CppFile, Unit
from grader.checks.protocol import Example, Place
from grader.languages.cpp.standard import instead_of

NAME = "cpp.unknown-header"
SUMMARY = "A header is included that does not exist."
ADVICE = "Look up which header promises the name that you use."
TOKENS_ONLY = True


def check(unit: Unit) -> Iterator[tuple[Place, str]]:
    """Find includes of what is not there."""
    own = {file.path for file in unit.files}
    for file in unit.files:
        for directive in _unconditional(file):
            header = directive.tokens[0] if directive.tokens else None
            if header is None or header.kind != "header" or len(header.text) < 3:
                continue
            name = header.text[1:-1]
            near = posixpath.normpath(posixpath.join(posixpath.dirname(file.path), name))
            if (header.text[0] == '"' and {near, posixpath.normpath(name)} & own) or any(
                _exists(os.path.join(folder, name)) for folder in unit.include_dirs
            ):
                continue
            yield (
                Place(file=file.path, line=directive.line, column=header.column),
                f"there is no header {header.text}{instead_of(name)}",
            )


def _unconditional(file: CppFile) -> Iterator[Directive]:
    """Includes outside of `#if`; a guard of the form `#ifndef` counts as no condition."""
    open_: list[bool] = []
    for directive in directives(file.tokens):
        if directive.name in ("if", "ifdef", "ifndef"):
            open_.append(directive.name != "ifndef")
        elif directive.name in ("elif", "else", "elifdef", "elifndef") and open_:
            open_[-1] = True
        elif directive.name == "endif" and open_:
            open_.pop()
        elif directive.name == "include" and not any(open_):
            yield directive


def _exists(path: str) -> bool:
    try:
        with open(path, "rb"):
            return True
    except OSError:
        return False


_GUESSED = """\
#include <async>
#include <vector.h>
#include "helper.hpp"
#ifndef CODE_HPP
#include <memroy>
#endif
"""

BAD = (Example(_GUESSED, (1, 2, 3, 5)),)

_THERE = """\
#ifndef CODE_HPP
#define CODE_HPP
#include <future>
#include <sys/types.h>
#include "string.h"
#if __has_include(<does_not_exist>)
#include <does_not_exist>
#endif
#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif
// #include <nothing>
inline const char* text = R"(
#include <nothing>
)";
#endif
"""

GOOD = (_THERE,)
