"""Why code did not build, kept between gradings like the programs of code that did."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from grader.languages.cpp.diagnostics import Diagnostic, DiagnosticKind, Note
from grader.model import Location

KEPT = ("error", "link")
"""What is true of the code. A limit or a crash may be the machine's, and is tried again."""
WORDS = (
    "diagnostics.py", "hints.py", "needed.py", "standard.py", "linker.py", "places.py",
    "foreign.py", "refusals.py",
)  # fmt: skip
"""Modules whose change may change what is told."""


def refusal_key(plan_key: str) -> str:
    """The name in the cache of why a plan was refused, in the words of this version."""
    total = hashlib.sha256(plan_key.encode())
    for name in WORDS:
        total.update(Path(__file__).with_name(name).read_bytes())
    return f"refusal-{total.hexdigest()}"


def can_be_kept(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether the same code would get the same again."""
    return bool(diagnostics) and all(item.kind in KEPT for item in diagnostics)


def pack(diagnostics: Sequence[Diagnostic]) -> bytes:
    """Diagnostics as JSON."""
    plain = [
        {
            "kind": item.kind,
            "message": item.message,
            "location": _plain(item.location),
            "notes": [[note.message, _plain(note.location)] for note in item.notes],
        }
        for item in diagnostics
    ]
    return json.dumps(plain).encode()


def unpack(packed: bytes) -> tuple[Diagnostic, ...]:
    """What `pack` gave; empty for anything else, which is then built again."""
    try:
        return tuple(_diagnostic(item) for item in json.loads(packed))
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()


def _plain(location: Location | None) -> list[Any] | None:
    return [location.file, location.line, location.column] if location is not None else None


def _diagnostic(item: dict[str, Any]) -> Diagnostic:
    kind: DiagnosticKind = item["kind"]
    if kind not in get_args(DiagnosticKind):
        raise ValueError(kind)
    notes = []
    for message, place in item["notes"]:
        location = _location(place)
        if location is None:
            raise ValueError("a note without a place")
        notes.append(Note(message=str(message), location=location))
    return Diagnostic(
        kind=kind,
        message=str(item["message"]),
        location=_location(item["location"]),
        notes=tuple(notes),
    )


def _location(place: list[Any] | None) -> Location | None:
    if place is None:
        return None
    file, line, column = place
    return Location(file=str(file), line=int(line), column=int(column))
