"""Gradescope's `submission_metadata.yml`: who handed in which folder, and when.

Ruby writes it, with tags, anchors and whatever the autograders printed. PyYAML's events are
read, no object is made from any tag; size, depth and number of nodes are bounded, and an alias
is the node itself, never a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import yaml

MAX_BYTES = 64 * 1024**2
MAX_DEPTH = 40
MAX_NODES = 10_000_000
_WANTED = frozenset({"submitters", "name", "email", "sid", "created_at", "history", "id"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR, _ALIAS = yaml.ScalarEvent, yaml.AliasEvent
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Unreadable(Exception):
    """Text that is no such file; the message says why, in a few words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Submitter:
    """One person of a submission; "" is what the export does not tell."""

    name: str = ""
    email: str = ""
    sid: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One submission: `number` is which attempt it is, from 1, by the export's own history."""

    folder: str
    submitters: tuple[Submitter, ...]
    when: datetime | None
    number: int


def records(content: bytes) -> tuple[Record, ...]:
    """Every submission that the export names, earlier ones included; raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1024**2} MiB")
    found = _read(content)
    if not isinstance(found, dict):
        raise Unreadable("it lists no submissions")
    made: dict[str, Record] = {}
    for folder, value in found.items():
        if isinstance(value, dict):
            for record in _history(folder, value):
                made.setdefault(record.folder, record)
    return tuple(made.values())


def moment(text: object) -> datetime | None:
    """A time with its zone, as Ruby writes it or in ISO 8601; None where it is neither."""
    if not isinstance(text, str) or len(text) > 60:
        return None
    plain = text.strip().replace(" Z", "+00:00").replace(" UTC", "+00:00")
    date, _, rest = plain.partition(" ")
    if rest:
        plain = f"{date}T{rest.replace(' ', '')}"
    whole, dot, fraction = plain.partition(".")
    digits = fraction[: len(fraction) - len(fraction.lstrip("0123456789"))]
    if dot:  # Ruby writes nanoseconds
        plain = f"{whole}.{digits[:6].ljust(6, '0')}{fraction[len(digits) :]}"
    try:
        found = datetime.fromisoformat(plain)
    except ValueError:
        return None
    try:
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        return None


def _history(folder: str, value: dict[str, object]) -> Iterator[Record]:
    """The submission itself, and those of the same people before it, in order."""
    submitters = _submitters(value)
    listed = [item for item in _list(_get(value, "history")) if isinstance(item, dict)]
    found = [(f"submission_{_text(_get(item, 'id'))}", item) for item in listed]
    found = [(name, item) for name, item in found if name != folder] + [(folder, value)]
    times = [moment(_get(item, "created_at")) for _, item in found]
    if None not in times:  # the active one need not be the last
        order = sorted(range(len(found)), key=lambda index: times[index] or datetime.max)
    else:
        order = list(range(len(found)))
    for number, index in enumerate(order, 1):
        name, item = found[index]
        own = _submitters(item) or submitters
        yield Record(folder=name, submitters=own, when=times[index], number=number)


def _submitters(value: dict[str, object]) -> tuple[Submitter, ...]:
    return tuple(
        Submitter(
            name=_text(_get(item, "name")),
            email=_text(_get(item, "email")),
            sid=_text(_get(item, "sid")),
        )
        for item in _list(_get(value, "submitters"))
        if isinstance(item, dict)
    )


def _get(value: dict[str, object], key: str) -> object:
    """The value of a key that Ruby may have written as a symbol, `:key`."""
    return value.get(f":{key}", value.get(key))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return " ".join(value.split())[:300] if isinstance(value, str) else ""


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being read; `key` waits for its value.

    Below the names of submissions only what is wanted is kept: the rest is what autograders said.
    """

    value: dict[str, object] | list[object]
    key: str | None = None
    keeps_all: bool = False

    def add(self, node: object) -> None:
        if isinstance(self.value, list):
            self.value.append(node)
            return
        if self.key is None:
            self.key = node if isinstance(node, str) else "?"
            return
        if self.keeps_all or self.key.removeprefix(":") in _WANTED:
            self.value.setdefault(self.key, node)
        self.key = None


def _read(content: bytes) -> object:
    """The first document as dicts, lists and texts; a null is an empty text."""
    top = _Open(value=[])
    stack = [top]
    anchors: dict[str, object] = {}
    try:
        for count, event in enumerate(yaml.parse(content, Loader=_LOADER)):
            if count > MAX_NODES or len(stack) > MAX_DEPTH:
                raise Unreadable("it is too long or nested too deeply")
            if isinstance(event, _CLOSING):
                stack.pop()
                continue
            if isinstance(event, yaml.DocumentEndEvent):
                break
            node = _node(event, anchors)
            if node is None:
                continue
            stack[-1].add(node)
            if isinstance(event, _OPENING) and isinstance(node, dict | list):
                stack.append(_Open(value=node, keeps_all=len(stack) == 1))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable("it is not valid YAML") from error
    return top.value[0] if isinstance(top.value, list) and top.value else None


def _node(event: yaml.Event, anchors: dict[str, object]) -> object:
    """What an event begins, or None where it begins nothing."""
    if isinstance(event, _ALIAS):
        return anchors.get(event.anchor or "", "")
    if isinstance(event, _SCALAR):
        null = event.value in ("", "~", "null") and event.style is None
        node: object = "" if null else event.value
    elif isinstance(event, yaml.MappingStartEvent):
        node = {}
    elif isinstance(event, yaml.SequenceStartEvent):
        node = []
    else:
        return None
    if event.anchor:
        anchors[event.anchor] = node
    return node
