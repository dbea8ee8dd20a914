"""What a compiler warns about is legal C++ and almost always a mistake.

An unused variable is often a misspelt one, a comparison of signed with unsigned numbers fails for
-1, a missing return gives any value. With `-Wall -Wextra` every compiler looks for these; code that
compiles without a warning is code in which the next warning is seen.

Looked at: what clang says with -Wall -Wextra about the submission's own lines. It is the same on
every machine, whichever compiler builds the programs.
Accepted: whatever clang does not warn about; `[[maybe_unused]]` says that it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.cpp.unit import Unit
from grader.checks.protocol import Example, Place

NAME = "cpp.compiler-warnings"
SUMMARY = "The compiler warns about this line."
ADVICE = "Compile with -Wall -Wextra, and change what it warns about."


def check(unit: Unit) -> Iterator[tuple[Place, str]]:
    """Repeat the warnings at places in the submission."""
    for message, place in unit.warnings:
        if place.line:
            yield place, message


_WARNED = """\
#include <vector>

inline int count(const std::vector<int>& values, int unused) {
    int found = 0;
    int other;
    for (int i = 0; i < values.size(); ++i) found += values[i];
    return found;
}

inline int sign(int number) {
    if (number > 0) return 1;
}

struct Pair {
    Pair() : second(1), first(2) {}
    int first;
    int second;
};

inline bool same(int a, int b) {
    if ((a == b)) return true;
    return a = b;
}
"""

BAD = (Example(_WARNED, (3, 5, 6, 12, 15, 21)),)

_CLEAN = """\
#include <cstddef>
#include <vector>

inline int count(const std::vector<int>& values, [[maybe_unused]] int meant) {
    int found = 0;
    for (std::size_t i = 0; i < values.size(); ++i) found += values[i];
    return found;
}

inline int ignore(int /* also meant */) { return 1; }

class Kept {
public:
    Kept() : first_(1), second_(2) {}
    int sum() const { return first_ + second_; }

private:
    int first_;
    int second_;
};
"""

GOOD = (_CLEAN,)
