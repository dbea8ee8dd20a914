"""What the compiler said, made short and kind. Its output is hostile text: read with bounds.

Both g++ and clang++ are read in their plain one-line form. (The JSON of g++ 12 is lost whenever
`-fmax-errors` stops it, and has no "required from here".)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grader.languages.cpp.hints import hint
from grader.languages.cpp.needed import needed
from grader.languages.cpp.places import Places
from grader.model import Location

DiagnosticKind = Literal["error", "link", "limit", "crash"]

MAX_LINES = 4_000
MAX_LINE = 2_000
MAX_MESSAGE = 300
MAX_DIAGNOSTICS = 3
MAX_NOTES = 2
COULD_NOT_USE = "the hidden scenarios could not use your code"

_LINE = re.compile(
    r"(?P<file>[^:\s][^:]{0,500}):(?P<line>\d{1,7}):(?:(?P<column>\d{1,6}):)? +"
    r"(?:(?P<kind>fatal error|error|internal compiler error|sorry, unimplemented|note): "
    r"(?P<text>.*)|(?P<context>required (?:from|by).*|in .constexpr. expansion of.*))"
)
_ASSERTION = re.compile(
    r"static assertion failed: (?P<gcc>.{1,300})$|static_assert failed.* \"(?P<clang>.{1,300})\"$"
)
_ASSERTED = re.compile(r"static_assert failed due to requirement '[^']*' \"(?P<text>[^\"]*)\"")
_FORGOTTEN = re.compile(r"did you forget to .#include")
"""Said by our own hint as well, in the words for both compilers."""
_NOISE = re.compile(
    r"candidate|in expansion of macro|in definition of macro|template argument deduction|"
    r"mismatched types|expects \d+ argument|is not derived from"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A remark that goes with a diagnostic, at a place in the learner's files."""

    message: str
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnostic:
    """Why something did not build. `location` is None when no line of the learner's is to blame."""

    kind: DiagnosticKind
    message: str
    location: Location | None = None
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Group:
    """One error with the contexts before it and the notes after it."""

    file: str
    line: int
    column: int
    text: str
    crashed: bool
    contexts: list[tuple[str, int, int]]
    notes: list[tuple[str, int, int, str]]


def parse_compiler_output(output: bytes, places: Places) -> tuple[Diagnostic, ...]:
    """The first few errors. Never raises: output that says nothing gives one general message."""
    found: list[Diagnostic] = []
    for group in _groups(output.decode("utf-8", errors="replace")):
        diagnostic = _diagnostic(group, places)
        # what follows the first error helps only where the learner can look it up
        if not found or (places.learner(group.file, group.line) and _is_news(diagnostic, found)):
            found.append(diagnostic)
        if len(found) == MAX_DIAGNOSTICS:
            break
    told = tuple(_from_the_start(found))
    return told or (Diagnostic(kind="error", message="the compiler refused this code"),)


def _from_the_start(found: list[Diagnostic]) -> list[Diagnostic]:
    """A missing `;` is noticed late in a class, and its place told second: then that is all."""
    if len(found) < 2 or not all(item.message.startswith("expected ") for item in found[:2]):
        return found
    first, second = (item.location for item in found[:2])
    is_late = first and second and first.file == second.file and second.line < first.line
    return found[1:] if is_late else found


def _is_news(diagnostic: Diagnostic, found: list[Diagnostic]) -> bool:
    """A second complaint about the same missing `;` or bracket helps nobody."""
    if diagnostic in found:
        return False
    expects = diagnostic.message.startswith("expected ")
    return not (expects and diagnostic.location in [item.location for item in found])


def _groups(text: str) -> Iterator[_Group]:
    contexts: list[tuple[str, int, int]] = []
    current: _Group | None = None
    for raw in text.split("\n")[:MAX_LINES]:
        found = _LINE.match(raw[:MAX_LINE])
        if found is None:
            if "In instantiation of" in raw or "In substitution of" in raw:
                contexts = []
            continue
        place = (found["file"], int(found["line"]), int(found["column"] or 0))
        if found["context"]:
            contexts.append(place)
        elif found["kind"] == "note":
            # clang tells where a template was used in notes after the error
            if current is not None:
                current.notes.append((*place, found["text"]))
        else:
            if current is not None:
                yield current
            crashed = found["kind"] not in ("error", "fatal error")
            current = _Group(*place, found["text"], crashed, contexts, [])
            contexts = []
    if current is not None:
        yield current


def _diagnostic(group: _Group, places: Places) -> Diagnostic:
    if group.crashed:
        return Diagnostic(kind="crash", message="the compiler itself broke down on this code")
    notes = tuple(_notes(group, places))
    own = places.learner(group.file, group.line, group.column)
    fallback = next(
        (spot for place in group.contexts if (spot := places.learner(*place)) is not None),
        notes[0].location if notes else None,
    )
    message = shorten(group.text, places)
    if own is None and (said := _author_says(group, places)):
        message = said
    elif places.quotes_hidden(message):
        message = COULD_NOT_USE
    elif own is None and places.is_hidden(group.file):
        told, about = needed(message)
        message = f"{COULD_NOT_USE}: {told or message}"
        fallback = (places.find_class(about) if about else None) or fallback
    else:
        own = places.missing_end(own, group.text) if own else None
        spot = own or fallback
        told = hint(message, places.source_text(spot) if spot else "", spot.column if spot else 0)
        message = f"{message[: MAX_MESSAGE - len(told)]}. {told}" if told else message
    return Diagnostic(
        kind="error",
        message=message,
        location=own or fallback,
        notes=tuple(note for note in notes if own or note.location != fallback)[:MAX_NOTES],
    )


def _author_says(group: _Group, places: Places) -> str:
    """The text of a static_assert that an author put into a hidden source for learners to read."""
    found = _ASSERTION.match(group.text)
    if found is None or not places.is_hidden(group.file):
        return ""
    text = found["gcc"] or found["clang"]
    return text if places.is_hidden_literal(text) else ""


def _notes(group: _Group, places: Places) -> Iterator[Note]:
    ambiguous = "ambiguous" in group.text
    for file, line, column, text in group.notes:
        location = places.learner(file, line, column)
        message = shorten(text, places)
        is_noise = _NOISE.search(text) and not (text.startswith("candidate") and ambiguous)
        if (
            location
            and not is_noise
            and not _FORGOTTEN.search(text)
            and not places.quotes_hidden(message)
        ):
            yield Note(message=message, location=location)


def shorten(text: str, places: Places) -> str:
    """One message without template walls, control characters and folders of the host."""
    text = places.without_folders("".join(c if c.isprintable() else " " for c in text))
    text = re.sub(r" \[with [^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]| \[-[fW][\w=+-]*\]$", "", text)
    text = re.sub(r"std::(?:__cxx11::)?basic_string<char(?:, [^<>]*<char>)*>", "std::string", text)
    text = re.sub(r"std::(?:__cxx11|__1|_V2|__detail)::", "std::", text)
    text = _ASSERTED.sub(r"static assertion failed: \g<text>", text)
    text = re.sub(r", std::allocator<[^<>]*(?:<[^<>]*>[^<>]*)*>", "", text)
    text = re.sub(r" in \u2018[^\u2018\u2019]*__\w[^\u2018\u2019]*\u2019", "", text)
    text = re.sub(r"\bscenario_\w+", "a hidden scenario", text)
    text = re.sub(r"(\w<)[^\u2018\u2019']{80,}(>)", r"\1…\2", text)
    return text if len(text) <= MAX_MESSAGE else text[: MAX_MESSAGE - 1] + "…"
