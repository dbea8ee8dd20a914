"""Reports of AddressSanitizer, LeakSanitizer, UBSan and ThreadSanitizer, in a learner's words.

They come from the standard error of a hostile process: read with bounds, never trusted for a
pass, and shown only as far as they speak of the learner's own files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from grader.languages.cpp.explain import explain
from grader.languages.cpp.places import Places
from grader.model import Location, TraceLine

MAX_BYTES = 512 * 1024
MAX_LINES = 4_000
MAX_LINE = 2_000
MAX_REPORTS = 5
MAX_FRAMES = 12
MAX_NAME = 160

_HEAD = re.compile(
    r"(?:==\d+==ERROR: (?P<address>(?:Address|Leak|Thread|UndefinedBehavior)Sanitizer): "
    r"(?P<what>.+))|"
    r"(?:(?:WARNING|ERROR): ThreadSanitizer: (?P<thread>.+?) \(pid=\d+\))|"
    r"(?:(?P<file>[^\s:][^:]{0,500}):(?P<line>\d{1,7}):(?P<column>\d{1,6}): "
    r"runtime error: (?P<undefined>.+))"
)
_FRAME = re.compile(
    r" +#\d+ (?:0x[0-9a-f]+ in )?(?P<function>.+) (?P<file>[^\s:]+):(?P<line>\d{1,7})"
    r"(?::(?P<column>\d{1,6}))?(?: \(.*\))?$"
)
_STACK = re.compile(r"^ {0,4}\S.*(?::|here)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class SanitizerReport:
    """One report. `kind` is a slug such as `data-race`, `leak`, `heap-use-after-free`.

    `frames` are the learner's own, outermost first; of a race, those of both threads.
    """

    kind: str
    message: str
    location: Location | None = None
    frames: tuple[TraceLine, ...] = ()


@dataclass(slots=True)
class _Stack:
    """One stack of a report: the line above it, and its frames in the learner's files."""

    title: str
    frames: list[TraceLine] = field(default_factory=list)


@dataclass(slots=True)
class _Report:
    head: re.Match[str]
    stacks: list[_Stack]


def parse_reports(stderr: bytes, places: Places) -> tuple[SanitizerReport, ...]:
    """The first few reports in what a process wrote on its standard error. Never raises."""
    text = stderr[:MAX_BYTES].decode("utf-8", errors="replace")
    reports: list[SanitizerReport] = []
    for found in _reports(text, places):
        report = _report(found, places)
        if report not in reports:
            reports.append(report)
        if len(reports) == MAX_REPORTS:
            break
    return tuple(reports)


def _reports(text: str, places: Places) -> Iterator[_Report]:
    current: _Report | None = None
    for raw in text.split("\n")[:MAX_LINES]:
        line = raw[:MAX_LINE].rstrip()
        head = _HEAD.match(line)
        if head is not None:
            if current is not None:
                yield current
            current = _Report(head, [_Stack(head[0])])
        elif current is not None and (frame := _FRAME.match(line)) is not None:
            _add_frame(current.stacks[-1], frame, places)
        elif current is not None and _STACK.match(line):
            current.stacks.append(_Stack(line.strip()))
    if current is not None:
        yield current


def _add_frame(stack: _Stack, frame: re.Match[str], places: Places) -> None:
    location = places.learner(frame["file"], int(frame["line"]), int(frame["column"] or 0))
    if location is None or len(stack.frames) == MAX_FRAMES:
        return
    name = "".join(c if c.isprintable() else " " for c in frame["function"])[:MAX_NAME]
    name = re.sub(r"\bscenario_\w+", "a hidden scenario", name)
    stack.frames.append(
        TraceLine(location=location, function=name, source=places.source_line(location))
    )


def _report(found: _Report, places: Places) -> SanitizerReport:
    head = found.head
    accesses = [stack for stack in found.stacks if stack.frames]
    frames = tuple(reversed(accesses[0].frames)) if accesses else ()
    spot = frames[-1].location if frames else None
    if head["undefined"]:
        spot = places.learner(head["file"], int(head["line"]), int(head["column"])) or spot
    if head["thread"] and len(accesses) > 1:
        frames += tuple(line for line in reversed(accesses[1].frames) if line not in frames)
    kind, message = explain(head, [(stack.title, stack.frames) for stack in accesses])
    return SanitizerReport(kind=kind, message=message, location=spot, frames=frames[-MAX_FRAMES:])
