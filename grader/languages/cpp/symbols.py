"""From addresses in a sanitizer's report to functions and lines, by addr2line inside the box.

Sanitizers could do it themselves, but take 0.1 s for it, miss some inline functions in g++ 12, and
need to read more of `/proc` than a learner's program should.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

MAX_ADDRESSES = 64
MAX_TEXT = 512 * 1024

Frames = Mapping[int, tuple[tuple[str, str], ...]]
"""For each address the function and `file:line` there, the innermost of inlined ones first."""
Lookup = Callable[[Sequence[int]], Frames]

_FRAME = re.compile(
    r"^ {4,8}#\d{1,4} .{0,400}\((?:/\S{0,300}/)?program\+0x([0-9a-f]{1,12})\)"
    r"(?: +\(BuildId: \w{1,64}\))? *$",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"0x([0-9a-f]{1,16})")


def with_names(stderr: bytes, lookup: Lookup) -> bytes:
    """The text with every frame of our program replaced by named ones; other text as it is."""
    text = stderr[:MAX_TEXT].decode("utf-8", errors="replace")
    addresses = list(dict.fromkeys(int(found[1], 16) for found in _FRAME.finditer(text)))
    if not addresses:
        return stderr
    known = lookup(addresses[:MAX_ADDRESSES])

    def named(found: re.Match[str]) -> str:
        frames = known.get(int(found[1], 16), ())
        return "\n".join(f"    #0 {function} {place}" for function, place in frames) or found[0]

    return _FRAME.sub(named, text).encode()


def parse_addr2line(output: bytes) -> Frames:
    """What `addr2line -a -f -C -i` printed. Lines that do not fit are left out."""
    frames: dict[int, tuple[tuple[str, str], ...]] = {}
    lines = output.decode("utf-8", errors="replace").split("\n")
    address: int | None = None
    at = 0
    while at < len(lines):
        found = _ADDRESS.fullmatch(lines[at])
        if found is not None:
            address = int(found[1], 16)
            frames[address] = ()
            at += 1
        elif address is not None and at + 1 < len(lines):
            place = lines[at + 1].partition(" (discriminator")[0]
            frames[address] += ((lines[at], place),)
            at += 2
        else:
            at += 1
    return frames
