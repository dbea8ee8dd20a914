"""What UBSan calls undefined, by kind, with a sentence for a learner."""

from __future__ import annotations

import re

GENERAL = "the program did something that C++ leaves undefined"

_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        "signed-integer-overflow",
        r"signed integer overflow|negation of .* cannot be represented",
        "a signed number went beyond what its type can hold, and then it may have any value",
    ),
    (
        "division-by-zero",
        r"division by zero",
        "a number was divided by zero",
    ),
    (
        "invalid-shift",
        r"shift exponent|left shift of",
        "bits were shifted by more places than the type has, or by a negative number of places",
    ),
    (
        "index-out-of-bounds",
        r"index .* out of bounds",
        "an array was used with an index that it does not have",
    ),
    (
        "null-pointer",
        r"null pointer|reference binding to null",
        "a null pointer was used as if it pointed to an object",
    ),
    (
        "misaligned-address",
        r"misaligned address",
        "an object was used at an address where its type cannot live, as when bytes are taken for "
        "an object",
    ),
    (
        "wrong-dynamic-type",
        r"which does not point to an object of type|vptr",
        "an object was used as something that it is not, as happens after it was destroyed or "
        "after a wrong cast",
    ),
    (
        "invalid-value",
        r"load of value .* which is not a valid value",
        "a bool or an enumeration held a value that it cannot have, as it does when nobody has "
        "initialised it",
    ),
    (
        "missing-return",
        r"reached the end of a value-returning function|end of a (?:non-void|value)",
        "a function that returns a value came to its end without a return",
    ),
    (
        "unreachable",
        r"execution reached an? (?:unreachable|__builtin_unreachable)",
        "the program came to a place that it had promised never to reach",
    ),
    (
        "pointer-overflow",
        r"pointer index expression|applying (?:non-zero|zero) offset|addition of unsigned offset"
        r"|subtraction of unsigned offset",
        "a pointer was moved out of the object that it points into",
    ),
    (
        "insufficient-space",
        r"insufficient space for an object",
        "an object was used that does not fit into the memory at that address",
    ),
    (
        "float-out-of-range",
        r"is outside the range of representable values",
        "a floating-point number was made an integer that cannot hold it",
    ),
    (
        "negative-array-size",
        r"variable length array bound|size of array",
        "an array was asked for with a size that is not positive",
    ),
    (
        "nonnull-argument",
        r"null pointer passed as argument|null pointer returned",
        "a null pointer was given to a function that must not get one",
    ),
)
KINDS = {kind: words for kind, _, words in _KINDS}
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern, _ in _KINDS)
_FIRST = ("nonnull-argument", "insufficient-space", "pointer-overflow")
"""Their texts also speak of null pointers and offsets; they say more."""


def kind_of(detail: str) -> str:
    """The kind of a `runtime error: <detail>`; `undefined-behaviour` for one that is not known."""
    matching = [kind for kind, pattern in _PATTERNS if pattern.search(detail)]
    return next((kind for kind in (*_FIRST, *matching) if kind in matching), "undefined-behaviour")
