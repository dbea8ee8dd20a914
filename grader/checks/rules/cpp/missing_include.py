"""A header that another header happens to bring along can be gone with the next compiler.

Code that uses `std::mutex` has to include `<mutex>` itself. That it compiles today is luck:
which standard header includes which others is up to the library and changes with it.

Looked at: names of the standard library that exactly one header promises (or one of a few).
Accepted: headers that an included file of the submission includes, and `<bits/stdc++.h>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.cpp.headers import includes, standard_uses
from grader.checks.cpp.unit import CppFile, Unit
from grader.checks.protocol import Example, Place

NAME = "cpp.missing-include"
SUMMARY = "A name of the standard library is used without including its header."
ADVICE = "Include the header of every standard name that the file uses."
TOKENS_ONLY = True


def check(unit: Unit) -> Iterator[tuple[Place, str]]:
    """Find the first use of a name from each header that is not included."""
    files = {file.path: file for file in unit.files}
    for file in unit.files:
        included = _included(file, files, frozenset())
        if included is None:
            continue
        told: set[str] = set()
        for use in standard_uses(file.tokens):
            if included.isdisjoint(use.headers) and use.headers[0] not in told:
                told.add(use.headers[0])
                place = Place(file=file.path, line=use.token.line, column=use.token.column)
                yield place, f"`std::{use.name}` is used, but <{use.headers[0]}> is not included"


def _included(file: CppFile, files: dict[str, CppFile], seen: frozenset[str]) -> set[str] | None:
    """The headers of a file and of those of the submission that it includes; None: unknown."""
    own = includes(file.tokens)
    if own is None:
        return None
    reached = set(own)
    for name in own:
        if name in files and name not in seen:
            further = _included(files[name], files, seen | {file.path, name})
            if further is None:
                return None
            reached |= further
    return reached


_TRANSITIVE = """\
#include <condition_variable>

class Queue {
    std::mutex mutex_;
    std::condition_variable ready_;
    std::vector<int> items_;
    std::unique_lock<std::mutex> lock() { return std::unique_lock<std::mutex>(mutex_); }
};
"""

BAD = (Example(_TRANSITIVE, (4, 6)),)

_INCLUDED = """\
#include <iostream>
#include <memory>
#include <mutex>
#include <utility>

// std::vector is only spoken of, and R"(std::thread)" as well
inline const char* text = "std::map<int>";

class Holder {
    std::mutex mutex_;
    std::unique_ptr<int> value_;
    std::string name_;

public:
    std::unique_ptr<int> take() { std::lock_guard guard(mutex_); return std::move(value_); }
};
"""

_EVERYTHING = """\
#include <bits/stdc++.h>

inline std::vector<std::thread> threads;
"""

_OWN_NAMESPACE = """\
namespace mine { namespace std { struct vector {}; } }
inline mine::std::vector values;
"""

GOOD = (_INCLUDED, _EVERYTHING, _OWN_NAMESPACE)
