"""SARIF 2.1.0 (OASIS): where in a submission something was found, for editors and viewers.

A run is one student's submission for one exercise; locations are relative to its folder. A
criterion that a person gave in full is suppressed, with who decided and why. What was not handed in
has no run.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from grader.batch.book import CriterionMark, Entry, Finding, Gradebook, Override, Place
from grader.batch.exports.parts import story
from grader.batch.exports.parts.options import Options, narrowed
from grader.batch.exports.parts.texts import folder, name, points, words

_Object = dict[str, Any]
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST = 200
"""Results of one kind in one run; a note says how many more there were."""
_BASE = "SUBMISSION"


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`results.sarif`, a run for each entry that something was handed in for."""
    runs = [_run(entry) for entry in narrowed(book, options).entries if entry.status != "missing"]
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": runs}
    text = json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)
    return {"results.sarif": f"{text}\n".encode()}


def _run(entry: Entry) -> _Object:
    """One submission. Rules are the criteria, and the checks that found something."""
    findings = entry.findings[:MOST]
    left_out = len(entry.findings) - len(findings)
    checks = dict.fromkeys(name(item.check) for item in findings)
    rules = [_rule(mark) for mark in entry.criteria]
    rules += [{"id": f"check/{check}"} for check in checks]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [item for mark in entry.criteria for item in _results(mark, index)]
    results += [_finding(item, index) for item in findings]
    return {
        "tool": {"driver": {"name": "grader", "rules": rules}},
        "automationDetails": {
            "id": f"{folder(entry.assignment.exercise)}/{folder(entry.student.id)}/"
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "The folder of the submission."}},
        },
        "invocations": [_invocation(entry, left_out)],
        "results": results,
        "properties": _about(entry),
    }


def _invocation(entry: Entry, left_out: int) -> _Object:
    """Whether the grading did its work, and what it has to say about itself."""
    told: list[_Object] = []
    if entry.points is None:
        told.append({"level": "error", "message": {"text": story.verdict(entry)}})
    told += [
        {"level": "warning", "message": {"text": words(item) or "(no words)"}}
        for item in entry.integrity
    ]
    if left_out:
        text = f"[cut: {left_out:,} more findings]"
        told.append({"level": "note", "message": {"text": text}})
    done: _Object = {"executionSuccessful": entry.status == "graded"}
    if told:
        done["toolExecutionNotifications"] = told
    return done


def _about(entry: Entry) -> _Object:
    """The property bag of a run: whose it is, and what it came to."""
    return {
        "student": name(entry.student.id),
        "name": name(entry.student.name),
        "exercise": name(entry.assignment.exercise),
        "status": entry.status,
        "points": points(entry.points) or None,
        "maxPoints": points(entry.assignment.max_points),
        "overrides": list(story.overrides(entry)),
        "policy": [story.policy_line(item) for item in entry.adjustments],
        "comments": [story.comment_line(item) for item in entry.comments],
    }


def _rule(mark: CriterionMark) -> _Object:
    """A criterion as a rule."""
    rule: _Object = {
        "id": f"criterion/{name(mark.id)}",
        "shortDescription": {"text": name(mark.title) or name(mark.id)},
        "properties": {"kind": name(mark.kind), "maxPoints": points(mark.max_points)},
    }
    if help := words(mark.next_step):
        rule["help"] = {"text": help}
    return rule


def _results(mark: CriterionMark, index: dict[str, int]) -> list[_Object]:
    """A result for each thing seen; none for a criterion that passed and that nobody changed."""
    if mark.status == "passed" and (mark.override is None or mark.points >= mark.max_points):
        return []
    seen: tuple[Finding | None, ...] = mark.seen[:MOST] or (None,)
    left_out = len(mark.seen) - MOST
    results = [_result(mark, item, index) for item in seen]
    if left_out > 0:
        results[-1]["message"]["text"] += f" … [cut: {left_out:,} more observations]"
    return results


def _result(mark: CriterionMark, seen: Finding | None, index: dict[str, int]) -> _Object:
    """One thing that was seen, or the verdict itself where nothing was."""
    rule = f"criterion/{name(mark.id)}"
    text = words(seen.message) if seen else words(mark.reason or mark.cause)
    kind = {"skipped": "notApplicable", "error": "open"}.get(mark.status, "fail")
    if mark.override is not None:
        kind = "fail"
    result: _Object = {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "kind": kind,
        "level": "error" if kind == "fail" else "none",
        "message": {"text": text or story.mark_line(mark)},
    }
    _put_place(result, seen.place if seen else None)
    if mark.override is not None:
        _put_override(result, mark, mark.override)
    return result


def _put_override(result: _Object, mark: CriterionMark, override: Override) -> None:
    """What a person decided: in full it suppresses the result, in part it is told beside it."""
    told = story.override_line(override, mark)
    result["properties"] = {"override": told}
    if mark.points >= mark.max_points:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": told}]


def _finding(item: Finding, index: dict[str, int]) -> _Object:
    """A finding of a static check; it costs points only through a criterion."""
    rule = f"check/{name(item.check)}"
    result: _Object = {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": "note",
        "message": {"text": words(item.message) or name(item.check) or "found"},
    }
    _put_place(result, item.place)
    return result


def _put_place(result: _Object, place: Place | None) -> None:
    """A physical location, where the place is known and lies in the submission's folder."""
    uri = _uri(place.file) if place else ""
    if not place or not uri:
        return
    physical: _Object = {"artifactLocation": {"uri": uri, "uriBaseId": _BASE}}
    if place.line > 0:
        physical["region"] = {"startLine": place.line}
        if place.column > 0:
            physical["region"]["startColumn"] = place.column
    result["locations"] = [{"physicalLocation": physical}]


def _uri(path: str) -> str:
    """A relative reference (RFC 3986), or "" for a path that leads out of the folder."""
    clean = posixpath.normpath(path) if path else ""
    if not clean or clean.startswith(("/", "..")) or clean == "." or len(path) > 4_096:
        return ""
    try:
        raw = clean.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = clean.encode("utf-8", "replace")
    return quote(raw, safe="/")
