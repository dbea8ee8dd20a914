"""The trusted side: what came back from an inspection, decoded strictly into the model.

The process that answered has read hostile source, so its answer is data to be checked. Nothing
of a submission is parsed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from grader.checks.limits import (
    MAX_CHECKS,
    MAX_FINDINGS,
    MAX_FINDINGS_PER_CHECK,
    MAX_INTEGRITY,
    MAX_LINE,
    MAX_PARSE,
    MAX_PATH,
    MAX_RUNS,
    MAX_TEXT,
    is_clean,
)
from grader.model import (
    HUES,
    CheckOutcome,
    EvidenceSource,
    Finding,
    Highlight,
    Integrity,
    Location,
    Outcome,
)

T = TypeVar("T")
COMPLETED = EvidenceSource(name="checks", state="completed")
_NAME = re.compile(r"[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9-]*)*|[a-z]+(-[a-z]+)*")
_OUTCOMES: tuple[Outcome, ...] = ("passed", "failed", "error", "skipped")


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """What the static checks saw. `checks` are those asked for, in that order; `findings` are
    what no criterion asked for; `parse` are the places at which files could not be read;
    `highlights` are of the files that could be coloured in.
    """

    checks: tuple[CheckOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    integrity: tuple[Integrity, ...] = ()
    parse: tuple[Finding, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    source: EvidenceSource = COMPLETED


def decode_inspection(value: object, asked: Sequence[str]) -> Inspection:
    """The answer of `grader.checks.inspect.inspect` to the checks `asked` for.

    ValueError, in one line, when it is anything else: other checks than asked for or in
    another order, unknown keys, more or longer than `grader.checks.limits` allows, control
    characters, outcomes that contradict their findings.
    """
    answer = _record(value, ("checks", "findings", "integrity", "parse"), "answer")
    checks = _list(answer["checks"], MAX_CHECKS, "checks", _check)
    names = tuple(item.check for item in checks)
    if names != tuple(dict.fromkeys(asked)):
        raise ValueError(f"checks: answered for {len(names)} checks that were not those asked for")
    findings = _list(answer["findings"], MAX_FINDINGS, "findings", _finding)
    if any(item.check in names for item in findings):
        raise ValueError("findings: one belongs to a check that was asked for")
    return Inspection(
        checks=checks,
        findings=findings,
        integrity=_list(answer["integrity"], MAX_INTEGRITY, "integrity", _integrity),
        parse=_list(answer["parse"], MAX_PARSE, "parse", _parse),
    )


def decode_highlight(value: object, path: str, lines: Sequence[str]) -> Highlight:
    """The answer of `grader.checks.highlight.highlight` to the text of `lines`.

    ValueError, in one line, when it is anything else: a hue that is none, more than MAX_RUNS
    runs, other lines than were sent or runs that do not add up to their length.
    """
    if type(value) is not list or len(value) != len(lines):
        raise ValueError(f"highlight: not a list of {len(lines)} lines")
    room = MAX_RUNS
    decoded = []
    for item, text in zip(value, lines, strict=True):
        runs = _list(item, room, "highlight", _run)
        if sum(length for _, length in runs) != len(text):
            raise ValueError("highlight: runs that do not add up to their line")
        room -= len(runs)
        decoded.append(runs)
    return Highlight(path=path, lines=tuple(decoded))


def _run(value: object) -> tuple[str, int]:
    if type(value) is not list or len(value) != 2:
        raise ValueError("highlight: a run that is not a pair")
    hue, length = value
    if type(hue) is not str or hue not in HUES:
        raise ValueError("highlight: no such hue")
    if type(length) is not int or not 0 < length <= MAX_LINE:
        raise ValueError("highlight: a run without a length")
    return hue, length


def _check(value: object) -> CheckOutcome:
    record = _record(value, ("check", "outcome", "message", "findings"), "check")
    name = _name(record["check"])
    outcome = record["outcome"]
    if type(outcome) is not str or outcome not in _OUTCOMES:
        raise ValueError(f"{name}: no such outcome")
    findings = _list(record["findings"], MAX_FINDINGS_PER_CHECK, name, _finding)
    message = _text(record["message"], "message")
    if bool(findings) != (outcome == "failed") or any(item.check != name for item in findings):
        raise ValueError(f"{name}: outcome and findings contradict each other")
    if outcome in ("error", "skipped") and not message:
        raise ValueError(f"{name}: {outcome} without a reason")
    return CheckOutcome(check=name, outcome=outcome, findings=findings, message=message)


def _finding(value: object) -> Finding:
    keys = ("check", "message", "file", "line", "column", "advice")
    record = _record(value, keys, "finding")
    return Finding(
        check=_name(record["check"]),
        message=_text(record["message"], "message"),
        location=_location(record["file"], record["line"], record["column"]),
        advice=_text(record["advice"], "advice"),
    )


def _integrity(value: object) -> Integrity:
    record = _record(value, ("kind", "message", "file", "line"), "integrity")
    return Integrity(
        kind=_name(record["kind"]),
        message=_text(record["message"], "message"),
        location=_location(record["file"], record["line"], 0),
    )


def _parse(value: object) -> Finding:
    record = _record(value, ("file", "line", "column", "message"), "parse")
    location = _location(record["file"], record["line"], record["column"])
    return Finding(check="parse", message=_text(record["message"], "message"), location=location)


def _location(file: object, line: object, column: object) -> Location:
    return Location(
        file=_text(file, "file", MAX_PATH),
        line=_number(line, "line"),
        column=_number(column, "column"),
    )


def _record(value: object, keys: tuple[str, ...], what: str) -> dict[str, Any]:
    if type(value) is not dict or set(value) != set(keys):
        raise ValueError(f"{what}: not a record of {', '.join(keys)}")
    return value


def _list(value: object, limit: int, what: str, each: Callable[[object], T]) -> tuple[T, ...]:
    if type(value) is not list or len(value) > limit:
        raise ValueError(f"{what}: not a list of at most {limit}")
    return tuple(each(item) for item in value)


def _text(value: object, what: str, limit: int = MAX_TEXT) -> str:
    if type(value) is not str or not is_clean(value, limit):
        raise ValueError(f"{what}: not a clean line of at most {limit} characters")
    return value


def _name(value: object) -> str:
    text = _text(value, "name", 80)
    if not _NAME.fullmatch(text):
        raise ValueError("name: not the name of a check or kind")
    return text


def _number(value: object, what: str) -> int:
    if type(value) is not int or not 0 <= value <= MAX_LINE:
        raise ValueError(f"{what}: not a number from 0 to {MAX_LINE}")
    return value
