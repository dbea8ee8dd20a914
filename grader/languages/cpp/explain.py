"""Sanitizer reports in plain words: what happened, and why it matters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.languages.cpp import undefined
from grader.model import TraceLine

MAX_DETAIL = 200

_WORDS = {
    "heap-use-after-free": "memory was used after it had been freed",
    "heap-buffer-overflow": "memory was used beyond the end, or before the start, of a block",
    "stack-buffer-overflow": "a local array was used beyond its bounds",
    "global-buffer-overflow": "a static array was used beyond its bounds",
    "container-overflow": "a container was used beyond its size, within its spare capacity",
    "stack-use-after-return": "a local variable was used after its function had returned",
    "stack-use-after-scope": "a local variable was used after its block had ended",
    "stack-overflow": "the stack overflowed, as it does in a recursion without an end",
    "attempting-double-free": "the same memory was freed twice",
    "attempting-free": "something was freed that was never allocated as such",
    "alloc-dealloc-mismatch": "memory was freed in another way than it was allocated "
    "(new with delete, new[] with delete[], malloc with free)",
    "new-delete-type-mismatch": "an object was deleted as one of another size, as happens when a "
    "base class has no virtual destructor",
    "odr-violation": "the same variable is defined in more than one place",
    "allocation-size-too-big": "an impossible amount of memory was asked for",
    "out-of-memory": "more memory was asked for than there is",
    "segv": "an invalid address was used, such as a null pointer",
    "leak": "memory was allocated and never freed, and nothing points to it any more",
    "data-race": "two threads used the same memory at the same time, and at least one of them "
    "wrote to it",
    "heap-use-after-free-race": "one thread used memory that another one had freed",
    "lock-order-inversion": "two threads take the same locks in opposite order, so that each can "
    "wait for the other for ever",
    "thread-leak": "a thread was neither joined nor detached",
    "unlock-of-an-unlocked-mutex": "a mutex was unlocked that was not locked",
    "double-lock-of-a-mutex": "a thread locked a mutex that it already held",
    "destroy-of-a-locked-mutex": "a mutex was destroyed while it was locked",
    "stack-buffer-underflow": "a local array was used before its start",
    "dynamic-stack-buffer-overflow": "a local array was used beyond its bounds",
    "intra-object-overflow": "a member array was used beyond its bounds",
    "use-after-poison": "memory was used that its owner had marked as unused",
    "negative-size-param": "a function such as memcpy was given a negative size, as happens when "
    "a subtraction of sizes goes below zero",
    "memcpy-param-overlap": "memory was copied onto itself by a function that must not do so "
    "(std::memmove may)",
    "strcpy-param-overlap": "memory was copied onto itself by a function that must not do so "
    "(std::memmove may)",
    "calloc-overflow": "an impossible amount of memory was asked for",
    "initialization-order-fiasco": "a static object was used before it was initialised; those of "
    "other source files have no promised order",
    "fpe": "a calculation was impossible, such as a division of an integer by zero",
    "ill": "the program came to an instruction that does not exist, as when a function that "
    "returns a value ends without a return",
    "bus": "an invalid address was used",
    "data-race-on-vptr": "one thread destroyed or constructed an object while another one called "
    "its virtual functions",
    "use-of-an-invalid-mutex": "a mutex was used that was destroyed or never initialised",
    "read-lock-of-a-write-locked-mutex": "a thread wanted to share a mutex that it already held "
    "for itself alone",
    "read-unlock-of-a-write-locked-mutex": "a mutex that was locked for one thread alone was "
    "unlocked as if it were shared",
    "signal-unsafe-call-inside-of-a-signal": "a signal handler called something that is not "
    "allowed there, such as an allocation",
}
_TOLD_OTHERWISE = {
    "requested allocation size": "allocation-size-too-big",
    "calloc parameters overflow": "calloc-overflow",
    "allocator is out of memory": "out-of-memory",
    "out of memory": "out-of-memory",
}
_ADDRESS = re.compile(r" 0x[0-9a-f]+")
"""Differs from run to run, and tells a learner nothing."""
KINDS = frozenset({*_WORDS, *undefined.KINDS})


def explain(
    head: re.Match[str], stacks: Sequence[tuple[str, Sequence[TraceLine]]]
) -> tuple[str, str]:
    """Kind and message for a report's first line; `stacks` are its stacks in learner's files."""
    if head["undefined"]:
        detail = "".join(c if c.isprintable() else " " for c in head["undefined"])
        kind = undefined.kind_of(detail)
        words = undefined.KINDS.get(kind, undefined.GENERAL)
        return kind, f"{words}: {_ADDRESS.sub('', detail)[:MAX_DETAIL]}"
    if head["thread"]:
        return _thread(head["thread"], stacks)
    if head["address"] == "LeakSanitizer":
        return "leak", _WORDS["leak"]
    for start, known in _TOLD_OTHERWISE.items():
        if head["what"].startswith(start):
            return known, _WORDS[known]
    kind = _slug(head["what"].removeprefix("attempting ").split(" on ")[0].split(" (")[0])
    if head["what"].startswith("attempting"):
        kind = f"attempting-{kind}"
    kind = next((known for known in _WORDS if kind.startswith(known)), kind)
    return kind, _WORDS.get(kind, f"memory was used wrongly ({kind})")


def _thread(what: str, stacks: Sequence[tuple[str, Sequence[TraceLine]]]) -> tuple[str, str]:
    kind = _slug(what.split(" (")[0])
    if kind.startswith("heap-use-after-free"):
        kind = "heap-use-after-free-race"
    elif kind.startswith("data-race-on-vptr"):
        kind = "data-race-on-vptr"
    elif kind.startswith("data-race"):
        kind = "data-race"
    message = _WORDS.get(kind, f"threads used something in a wrong way ({kind})")
    accesses = [
        f"line {lines[0].location.line} {verb}"
        for title, lines in stacks
        if (verb := _verb(title)) is not None
    ]
    if kind == "data-race" and accesses:
        message += f": {', '.join(accesses[:2])}"
    return kind, message


def _verb(title: str) -> str | None:
    """What a stack's title says that the thread did; None for stacks of other things."""
    words = title.lower()
    if "write of size" in words:
        return "writes"
    return "reads" if "read of size" in words else None


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower())[:60].strip("-")
