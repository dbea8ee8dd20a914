"""What the linker said, in words that say what to do. Hostile text: read with bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.languages.cpp.diagnostics import MAX_DIAGNOSTICS, MAX_LINE, MAX_LINES, Diagnostic
from grader.languages.cpp.places import Places
from grader.model import Location

_PROBLEM = re.compile(
    r"(?P<where>.*?): ?(?P<what>undefined reference to|multiple definition of) "
    r"[`\u2018'](?P<symbol>[^']{1,800})'"
)
_PLACE = re.compile(r"(?P<file>[^:\s][^:]*):(?P<line>\d{1,7})$")
_LAST_WORD = re.compile(r"([A-Za-z_]\w*)(?:\[[^\]]*\])?(?:\(.*\)(?: const)?)?$")
_SPECIAL = (
    "vtable for ",
    "typeinfo for ",
    "VTT for ",
    "typeinfo name for ",
    "TLS init function for ",
)
GENERAL = "the parts of the program could not be linked together"


def parse_linker_output(output: bytes, places: Places) -> tuple[Diagnostic, ...]:
    """One diagnostic for each symbol, the first few. Never raises."""
    found: dict[tuple[str, str], Diagnostic] = {}
    for match in _problems(output.decode("utf-8", errors="replace")):
        symbol = "".join(c if c.isprintable() else " " for c in match["symbol"])
        diagnostic = _explain(match["what"], symbol, match["where"], places)
        found.setdefault((match["what"], diagnostic.message), diagnostic)
        if len(found) == MAX_DIAGNOSTICS:
            break
    return tuple(found.values()) or (Diagnostic(kind="link", message=GENERAL),)


def _problems(text: str) -> Iterator[re.Match[str]]:
    for line in text.split("\n")[:MAX_LINES]:
        match = _PROBLEM.search(line[:MAX_LINE])
        if match is not None:
            yield match


def _explain(what: str, symbol: str, where: str, places: Places) -> Diagnostic:
    special = next((prefix for prefix in _SPECIAL if symbol.startswith(prefix)), "")
    name = symbol.removeprefix(special)
    last = _LAST_WORD.search(name)
    location = places.find_declaration(last[1]) if last is not None else None
    if symbol == "main":
        message = "your file defines main(); the grader brings its own, so leave it out"
    elif symbol.startswith(("__", "grader::")):
        name = _short(name)
        message = f"`{name}` belongs to the grader or its tools; your code may not define it"
    elif location is None:
        return Diagnostic(kind="link", message=GENERAL)
    elif special:
        message = (
            f"`{_short(name)}` declares a virtual function that is never defined "
            "(the linker found no table of its functions)"
        )
    elif what == "undefined reference to":
        message = (
            f"`{_short(name)}` is declared and used, but never defined: "
            "a declaration alone gives it no place in memory"
        )
    else:
        message = (
            f"`{_short(name)}` is defined again in every source file that includes your header; "
            "a program may define it once"
        )
    if what == "multiple definition of":
        location = _at(where, places) or location
    return Diagnostic(kind="link", message=message, location=location)


def _at(where: str, places: Places) -> Location | None:
    found = _PLACE.search(where)
    return places.learner(found["file"], int(found["line"])) if found is not None else None


def _short(name: str) -> str:
    name = re.sub(r"std::__cxx11::", "std::", name)
    name = re.sub(r"std::basic_string<char(?:, [^<>]*<char> ?)*>", "std::string", name)
    name = re.sub(r", std::allocator<[^<>]*(?:<[^<>]*>[^<>]*)*>(?: (?=>))?", "", name)
    name = re.sub(r"(?<=[\w>*]) >", ">", name)
    return name if len(name) <= 160 else name[:159] + "…"
